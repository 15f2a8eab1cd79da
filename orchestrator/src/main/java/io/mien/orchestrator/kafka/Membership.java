package io.mien.orchestrator.kafka;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A place in a consumer group, taken when it is first needed: the broker may be away at the start.
 * Used by one thread.
 */
final class Membership implements AutoCloseable {

  private final Supplier<Consumer<String, byte[]>> newMember;
  private final List<String> topics;
  private @Nullable Consumer<String, byte[]> consumer;

  Membership(Supplier<Consumer<String, byte[]>> newMember, String... topics) {
    this.newMember = newMember;
    this.topics = List.of(topics);
  }

  Consumer<String, byte[]> consumer() {
    Consumer<String, byte[]> made = consumer;
    if (made == null) {
      made = newMember.get();
      made.subscribe(topics);
      consumer = made;
    }
    return made;
  }

  /**
   * Reads a partition again from here; one that has gone to another replica meanwhile is read
   * there.
   */
  void rewind(TopicPartition partition, long offset) {
    if (consumer().assignment().contains(partition)) {
      consumer().seek(partition, offset);
    }
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
