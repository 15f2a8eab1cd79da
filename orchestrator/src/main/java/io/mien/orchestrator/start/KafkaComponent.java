package io.mien.orchestrator.start;

import io.mien.orchestrator.kafka.KafkaTopics;

/** Kafka with all topics. Topics that somebody deletes are made again. */
public final class KafkaComponent implements Component {

  public static final String NAME = "kafka";

  private final KafkaTopics topics;

  public KafkaComponent(KafkaTopics topics) {
    this.topics = topics;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void prepare() {
    topics.ensure();
  }

  @Override
  public void check() {
    topics.ensure();
  }
}
