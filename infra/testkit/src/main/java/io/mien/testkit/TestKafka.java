package io.mien.testkit;

import java.util.Map;

/** The Kafka broker of this test JVM: one node, no automatic topics, share groups on. */
public final class TestKafka {

  TestKafka() {}

  public String bootstrapServers() {
    return Required.value(TestServers.call("kafka/address", Map.of()), "bootstrap-servers");
  }

  /** Creates topics of one partition; existing ones stay as they are. */
  public void createTopics(String... names) {
    createTopics(1, names);
  }

  /** Creates topics; existing ones stay as they are. */
  public void createTopics(int partitions, String... names) {
    TestServers.call(
        "kafka/create-topics",
        Map.of("names", String.join(",", names), "partitions", Integer.toString(partitions)));
  }

  /**
   * Deletes the topics with all their records, if they exist, and creates them anew with one
   * partition.
   */
  public void freshTopics(String... names) {
    TestServers.call("kafka/delete-topics", Map.of("names", String.join(",", names)));
    createTopics(names);
  }

  /** Makes a share group, which need not exist yet, see records sent before it first joined. */
  public void readFromBeginning(String shareGroup) {
    configureGroup(shareGroup, "share.auto.offset.reset", "earliest");
  }

  /** Sets one group setting, for example {@code share.record.lock.duration.ms}. */
  public void configureGroup(String shareGroup, String setting, String value) {
    TestServers.call(
        "kafka/configure-group", Map.of("group", shareGroup, "setting", setting, "value", value));
  }

  /** Takes the broker away; clients keep trying until {@link #start()}. */
  public void stop() {
    TestServers.call("kafka/stop", Map.of());
  }

  /** Brings the broker back on the same port with the same records. */
  public void start() {
    TestServers.call("kafka/start", Map.of());
  }
}
