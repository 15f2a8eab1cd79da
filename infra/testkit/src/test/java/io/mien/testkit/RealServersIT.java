package io.mien.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RealServersIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @Test
  void databasesOfTwoTestsDoNotSeeEachOther() throws SQLException {
    TestDatabase one = TestServers.postgres().freshDatabase();
    TestDatabase other = TestServers.postgres().freshDatabase();
    execute(one, "CREATE TABLE mine (id int)");
    assertThatThrownBy(() -> execute(other, "SELECT * FROM mine")).hasMessageContaining("mine");
  }

  @Test
  void brokenConnectionFailsAndTheNextOneWorks() throws SQLException {
    // Given
    TestDatabase database = TestServers.postgres().freshDatabase();
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {

      // When
      TestServers.postgres().breakConnections();

      // Then
      assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    }
    assertThatCode(() -> execute(database, "SELECT 1")).doesNotThrowAnyException();
  }

  @Test
  void postgresqlComesBackOnTheSamePortWithItsData() throws SQLException {
    // Given
    TestDatabase database = TestServers.postgres().freshDatabase();
    execute(database, "CREATE TABLE kept (id int)");

    // When
    TestServers.postgres().stop();

    // Then
    assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
    TestServers.postgres().start();
    assertThatCode(() -> execute(database, "SELECT * FROM kept")).doesNotThrowAnyException();
  }

  @Test
  void recordSentWhileKafkaIsAwayArrivesWhenItIsBack() throws Exception {
    // Given
    TestServers.kafka().freshTopics("away");
    TestServers.kafka().readFromBeginning("away-readers");
    try (KafkaProducer<String, String> producer = producer();
        KafkaShareConsumer<String, String> consumer = consumer("away-readers", "away")) {
      TestServers.kafka().stop();

      // When: without a broker send() itself waits, for metadata
      CompletableFuture<?> sent =
          CompletableFuture.runAsync(() -> producer.send(new ProducerRecord<>("away", "patient")));
      assertThat(consumer.poll(Duration.ofMillis(500))).isEmpty();
      assertThat(sent).isNotDone();
      TestServers.kafka().start();

      // Then
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(consumer.poll(Duration.ofMillis(500)))
                      .extracting(ConsumerRecord::value)
                      .contains("patient"));
    }
  }

  @Test
  void freshTopicHasNoRecordsOfTheTestBefore() throws Exception {
    // Given
    TestServers.kafka().freshTopics("reused");
    TestServers.kafka().readFromBeginning("reused-readers");
    try (KafkaProducer<String, String> producer = producer()) {
      producer.send(new ProducerRecord<>("reused", "old")).get();

      // When
      TestServers.kafka().freshTopics("reused");
      producer.send(new ProducerRecord<>("reused", "new")).get();
    }

    // Then
    try (KafkaShareConsumer<String, String> consumer = consumer("reused-readers", "reused")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(consumer.poll(Duration.ofMillis(500)))
                      .extracting(ConsumerRecord::value)
                      .containsExactly("new"));
    }
  }

  @Test
  void objectStoreComesBackWithItsBuckets() throws Exception {
    // Given
    TestObjectStore store = TestServers.objectStore();
    String bucket = store.freshNamespace() + "-datasets";
    MinioClient s3 =
        MinioClient.builder()
            .endpoint(store.endpoint().toString())
            .region("us-east-1")
            .credentials(store.accessKey(), store.secretKey())
            .build();
    s3.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    BucketExistsArgs exists = BucketExistsArgs.builder().bucket(bucket).build();

    // When
    store.stop();

    // Then
    assertThatThrownBy(() -> s3.bucketExists(exists)).hasStackTraceContaining("Connection refused");
    store.start();
    assertThat(s3.bucketExists(exists)).isTrue();
  }

  @Test
  void configurationOfTheOrchestratorHasEveryEndpoint() {
    Map<String, String> config = TestServers.orchestratorConfig();
    assertThat(config)
        .containsEntry("mien.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers())
        .containsEntry("mien.store.endpoint", TestServers.objectStore().endpoint().toString())
        .containsKeys(
            "mien.store.access-key",
            "mien.store.secret-key",
            "mien.store.namespace",
            "mien.database.url",
            "mien.database.user",
            "mien.database.password");
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaShareConsumer<String, String> consumer(String group, String topic) {
    KafkaShareConsumer<String, String> consumer =
        new KafkaShareConsumer<>(
            Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers(), "group.id", group),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(topic));
    return consumer;
  }

  private static Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
