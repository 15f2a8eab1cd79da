package io.mien.testkit.process;

import io.mien.embedded.DataDirectory;
import io.mien.embedded.EmbeddedKafka;
import io.mien.embedded.EmbeddedKafkaConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Orders to Kafka. */
final class KafkaOrders implements Orders {

  private final ServerSwitch<EmbeddedKafka> kafka;

  KafkaOrders(DataDirectory data) {
    kafka =
        new ServerSwitch<>(
            server(),
            port -> EmbeddedKafka.start(new EmbeddedKafkaConfig(data.kafka(), port)),
            EmbeddedKafka::port);
  }

  @Override
  public String server() {
    return "kafka";
  }

  @Override
  public Map<String, String> execute(String order, Map<String, String> arguments) throws Exception {
    switch (order) {
      case "address" -> {
        return Map.of("bootstrap-servers", "127.0.0.1:" + kafka.port());
      }
      case "start" -> kafka.start();
      case "stop" -> kafka.stop();
      case "create-topics" -> createTopics(names(arguments), partitions(arguments));
      case "delete-topics" -> deleteTopics(names(arguments));
      case "configure-group" -> configureGroup(arguments);
      default -> throw new IllegalArgumentException("Kafka knows no order '" + order + "'");
    }
    return Map.of();
  }

  @Override
  public void close() {
    kafka.close();
  }

  private void createTopics(List<String> names, int partitions) throws Exception {
    try (Admin admin = admin()) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          names.stream()
              .filter(name -> !existing.contains(name))
              .map(name -> new NewTopic(name, partitions, (short) 1))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  private void deleteTopics(List<String> names) throws Exception {
    try (Admin admin = admin()) {
      List<String> existing = new ArrayList<>(names);
      existing.retainAll(admin.listTopics().names().get());
      admin.deleteTopics(existing).all().get();
    }
  }

  private void configureGroup(Map<String, String> arguments) throws Exception {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, arguments.get("group"));
    ConfigEntry entry = new ConfigEntry(arguments.get("setting"), arguments.get("value"));
    try (Admin admin = admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(group, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.server().bootstrapServers()));
  }

  private static List<String> names(Map<String, String> arguments) {
    return Arrays.asList(arguments.getOrDefault("names", "").split(","));
  }

  private static int partitions(Map<String, String> arguments) {
    return Integer.parseInt(arguments.getOrDefault("partitions", "1"));
  }
}
