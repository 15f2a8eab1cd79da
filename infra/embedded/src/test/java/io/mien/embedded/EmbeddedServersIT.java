package io.mien.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsThereAfterARestartOnTheSameDirectory() throws Exception {
    // Given
    EmbeddedServersConfig config = EmbeddedServersConfig.onFreePorts(directory);
    ServerCredentials firstCredentials;
    try (EmbeddedServers servers = EmbeddedServers.start(config)) {
      firstCredentials = servers.data().credentials();
      System.err.printf("first start: %d ms%n", servers.timeToReady().toMillis());
      Clients.createTopic(servers.kafka(), "letters");
      Clients.send(servers.kafka(), "letters", "a");
      Clients.execute(servers.postgreSql(), "CREATE TABLE letter (name text)");
      Clients.execute(servers.postgreSql(), "INSERT INTO letter VALUES ('a')");
      put(Clients.s3(servers.objectStore()), "letters", "a");
    }

    // When
    try (EmbeddedServers servers = EmbeddedServers.start(config)) {
      System.err.printf("second start: %d ms%n", servers.timeToReady().toMillis());

      // Then
      assertThat(servers.data().credentials()).isEqualTo(firstCredentials);
      assertThat(Clients.query(servers.postgreSql(), "SELECT name FROM letter")).isEqualTo("a");
      assertThat(get(Clients.s3(servers.objectStore()), "letters", "a")).isEqualTo("a");
      Clients.readFromBeginning(servers.kafka(), "readers");
      try (var consumer = Clients.shareConsumer(servers.kafka(), "readers", "letters")) {
        assertThat(Clients.pollOne(consumer, SOON))
            .singleElement()
            .satisfies(record -> assertThat(record.value()).isEqualTo("a"))
            .satisfies(record -> consumer.acknowledge(record, AcknowledgeType.ACCEPT));
      }
    }
  }

  @Test
  void secondStartOnTheSameDirectoryIsRefused() {
    EmbeddedServersConfig config = EmbeddedServersConfig.onFreePorts(directory);
    try (EmbeddedServers running = EmbeddedServers.start(config)) {
      assertThatThrownBy(() -> EmbeddedServers.start(config))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining(running.data().path().toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("choose another directory");
    }
  }

  @Test
  void portInUseIsNamedAndTheOtherServersAreClosedAgain() throws Exception {
    // Given
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int taken = other.getLocalPort();

      // When / Then
      assertThatThrownBy(
              () -> EmbeddedServers.start(new EmbeddedServersConfig(directory, 0, taken, 0)))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Cannot start PostgreSQL: port " + taken)
          .hasMessageContaining("another port");
    }
    // Then the directory is free, which it is not while one of its servers runs
    EmbeddedServers.start(EmbeddedServersConfig.onFreePorts(directory)).close();
  }

  private static void put(MinioClient s3, String bucket, String text) throws Exception {
    s3.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    s3.putObject(
        PutObjectArgs.builder().bucket(bucket).object(text).stream(
                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
            .build());
  }

  private static String get(MinioClient s3, String bucket, String key) throws Exception {
    try (InputStream in =
        s3.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
