package io.mien.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and controller at once, without authentication. Its JVM must have
 * kafka-clients of the broker's own version. A fatal fault inside the broker halts the whole JVM:
 * that is how Kafka is built.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final String NAME = "Kafka";
  private static final int NODE_ID = 1;

  /** What one node on one machine needs; the measurements behind it are in the README. */
  private static final String SINGLE_NODE =
      """
      process.roles = broker,controller
      listener.security.protocol.map = BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
      inter.broker.listener.name = BROKER
      controller.listener.names = CONTROLLER
      auto.create.topics.enable = false

      offsets.topic.replication.factor = 1
      offsets.topic.num.partitions = 1
      transaction.state.log.replication.factor = 1
      transaction.state.log.num.partitions = 1
      transaction.state.log.min.isr = 1
      share.coordinator.state.topic.replication.factor = 1
      share.coordinator.state.topic.num.partitions = 1
      share.coordinator.state.topic.min.isr = 1

      # Groups assign at once, and members hear of it within a second instead of five
      group.initial.rebalance.delay.ms = 0
      group.share.assignment.interval.ms = 0
      group.share.min.heartbeat.interval.ms = 1000
      group.share.heartbeat.interval.ms = 1000

      # A worker that is killed or frozen keeps its partitions for that long, not for 45 seconds
      group.share.session.timeout.ms = 10000
      group.share.min.session.timeout.ms = 10000

      # The default allocates 128 MB of heap
      log.cleaner.dedupe.buffer.size = 2097152

      # A restart after kill -9 waits for the session of the dead broker: 5.8 s instead of 13.9 s
      broker.session.timeout.ms = 3000
      broker.heartbeat.interval.ms = 500
      """;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Formats the directory if it is new, starts the node and returns when clients can connect. */
  public static EmbeddedKafka start(EmbeddedKafkaConfig config) {
    int port = ListenPort.claim(NAME, config.port());
    Path log = config.directory().resolve("log");
    formatIfNew(log);
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(properties(log, port), false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException | Error e) {
      // Without this its threads keep the JVM alive
      server.shutdown();
      throw new EmbeddedServerException(
          "Cannot start Kafka on port " + port + " with its log in " + log + ": " + e.getMessage(),
          e);
    }
    LOG.info("Kafka listens on {}:{}", ListenPort.HOST, port);
    return new EmbeddedKafka(server, port);
  }

  public String bootstrapServers() {
    return ListenPort.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /** Returns when every partition is flushed and the port is free again. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void formatIfNew(Path log) {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(log);
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(log.toString())
          .setDirectories(List.of(log.toString()))
          .run();
    } catch (Exception e) {
      throw new EmbeddedServerException(
          "Cannot format "
              + log
              + " for Kafka: "
              + e.getMessage()
              + ". Check that the directory is writable and empty.",
          e);
    }
  }

  private static Properties properties(Path log, int port) {
    String broker = ListenPort.HOST + ":" + port;
    String controller = ListenPort.HOST + ":" + ListenPort.free();
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(SINGLE_NODE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("log.dirs", log.toString());
    properties.put("listeners", "BROKER://" + broker + ",CONTROLLER://" + controller);
    properties.put("advertised.listeners", "BROKER://" + broker);
    properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
    return properties;
  }
}
