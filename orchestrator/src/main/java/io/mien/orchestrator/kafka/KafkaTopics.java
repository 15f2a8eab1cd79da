package io.mien.orchestrator.kafka;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing and sets the share groups up as the protocol needs them; safe
 * in every replica at once.
 */
public final class KafkaTopics {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);

  private static final String MAX_MESSAGE_BYTES = Integer.toString(Topics.LARGEST_MESSAGE_BYTES);
  private static final String MAX_DEAD_LETTER_BYTES =
      Integer.toString(KafkaDeadLetters.LARGEST_BYTES);

  private final KafkaClients clients;
  private final int partitions;

  public KafkaTopics(KafkaClients clients, int partitions) {
    this.clients = clients;
    this.partitions = partitions;
  }

  /**
   * Returns once every topic exists.
   *
   * @throws Unavailable when the broker does not answer
   */
  public void ensure() {
    try {
      Set<String> existing = clients.admin().listTopics().names().get();
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !existing.contains(topic))
              .map(this::newTopic)
              .toList();
      if (!missing.isEmpty()) {
        setShareGroupsUp();
        create(missing);
      }
    } catch (ExecutionException e) {
      throw new Unavailable(
          "kafka-unavailable", "Cannot create topics: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while creating topics.", e);
    }
  }

  /** A result with a long list of outputs may be large, and a dead letter a little larger still. */
  private NewTopic newTopic(String name) {
    String largest = Topics.isDead(name) ? MAX_DEAD_LETTER_BYTES : MAX_MESSAGE_BYTES;
    return new NewTopic(name, Optional.of(partitions), Optional.empty())
        .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largest));
  }

  private void create(List<NewTopic> missing) throws ExecutionException, InterruptedException {
    try {
      clients.admin().createTopics(missing).all().get();
      LOG.info("Created topics {}", missing.stream().map(NewTopic::name).toList());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** By default a group that is new loses what was offered before its first member came. */
  private void setShareGroupsUp() throws ExecutionException, InterruptedException {
    List<AlterConfigOp> settings =
        List.of(
            set("share.auto.offset.reset", "earliest"), set("share.delivery.count.limit", "10"));
    clients
        .admin()
        .incrementalAlterConfigs(
            Arrays.stream(TaskKind.values())
                .map(kind -> new ConfigResource(ConfigResource.Type.GROUP, kind.shareGroup()))
                .collect(Collectors.toMap(group -> group, group -> settings)))
        .all()
        .get();
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }
}
