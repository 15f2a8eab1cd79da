package io.mien.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(new EmbeddedKafkaConfig(directory, 0));
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void releasedRecordIsDeliveredAgainAndAcceptedRecordIsNot() throws Exception {
    // Given
    Clients.createTopic(kafka, "offers");
    Clients.readFromBeginning(kafka, "workers");
    Clients.send(kafka, "offers", "offer");
    long joining = System.nanoTime();
    try (KafkaShareConsumer<String, String> worker =
        Clients.shareConsumer(kafka, "workers", "offers")) {

      // When
      ConsumerRecord<String, String> first = Clients.pollOne(worker, SOON).get(0);
      System.err.printf("first share consumer: %d ms%n", millisSince(joining));
      worker.acknowledge(first, AcknowledgeType.RELEASE);
      long released = System.nanoTime();
      worker.commitSync();
      ConsumerRecord<String, String> second = Clients.pollOne(worker, SOON).get(0);
      System.err.printf("delivered again: %d ms%n", millisSince(released));

      // Then
      assertThat(first.deliveryCount()).hasValue((short) 1);
      assertThat(second.value()).isEqualTo("offer");
      assertThat(second.deliveryCount()).hasValue((short) 2);
      worker.acknowledge(second, AcknowledgeType.ACCEPT);
      assertThat(worker.commitSync().values()).allMatch(Optional::isEmpty);
      assertThat(Clients.pollOne(worker, Duration.ofSeconds(1))).isEmpty();
    }
  }

  /** The client may fetch ahead of the poll that asks; what it holds unseen goes back on close. */
  @Test
  void workerTakesOneOfTwoRecordsAndLeavesTheOtherToAnotherWorker() throws Exception {
    // Given
    Clients.createTopic(kafka, "pairs");
    Clients.readFromBeginning(kafka, "pair-workers");
    Clients.send(kafka, "pairs", "a");
    Clients.send(kafka, "pairs", "b");
    try (KafkaShareConsumer<String, String> other =
        Clients.shareConsumer(kafka, "pair-workers", "pairs")) {

      // When
      List<ConsumerRecord<String, String>> ofOne;
      try (KafkaShareConsumer<String, String> one =
          Clients.shareConsumer(kafka, "pair-workers", "pairs")) {
        ofOne = Clients.pollOne(one, SOON);
        ofOne.forEach(one::acknowledge);
        one.commitSync();
      }
      List<ConsumerRecord<String, String>> ofOther = Clients.pollOne(other, SOON);

      // Then
      assertThat(ofOne).hasSize(1);
      assertThat(ofOther).hasSize(1);
      assertThat(ofOther.get(0).value()).isNotEqualTo(ofOne.get(0).value());
      ofOther.forEach(other::acknowledge);
    }
  }

  @Test
  void secondBrokerOnTheSamePortIsRefusedWithItsNumber(@TempDir Path other) {
    assertThatThrownBy(() -> EmbeddedKafka.start(new EmbeddedKafkaConfig(other, kafka.port())))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("Cannot start Kafka: port " + kafka.port());
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}
