package io.mien.orchestrator.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.lease.EventHorizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Notes the ends of the report topics at a moment; once the group has committed all of them,
 * everything reported until that moment has been taken in, whichever replica read it.
 *
 * <p>Topics may be lost and made anew; a moment whose ends will never be reached is given up for a
 * later one.
 */
public final class KafkaEventHorizon implements EventHorizon {

  /** Several ask, again and again; what was true a moment ago is true still. */
  private static final long REST = Duration.ofSeconds(2).toNanos();

  private final KafkaClients clients;
  private final Supplier<Instant> databaseClock;

  private @Nullable Mark pending;
  private @Nullable Instant caughtUpTo;
  private long caughtUpAt;

  public KafkaEventHorizon(KafkaClients clients, Supplier<Instant> databaseClock) {
    this.clients = clients;
    this.databaseClock = databaseClock;
  }

  @Override
  public synchronized Optional<Instant> caughtUpTo() {
    Instant known = caughtUpTo;
    if (known != null && pending == null && System.nanoTime() - caughtUpAt < REST) {
      return Optional.of(known);
    }
    try {
      Mark mark = pending;
      if (mark == null || isBeyondReach(mark)) {
        mark = mark();
        pending = mark;
      }
      if (isBehindUs(mark)) {
        caughtUpTo = mark.at();
        caughtUpAt = System.nanoTime();
        pending = null;
      }
      return Optional.ofNullable(caughtUpTo);
    } catch (ExecutionException e) {
      // Its partitions may be gone for good
      pending = null;
      throw new Unavailable("kafka-unavailable", "Cannot read offsets: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while reading offsets.", e);
    }
  }

  /** The moment comes first: what is reported until then lies before the ends. */
  private Mark mark() throws ExecutionException, InterruptedException {
    Instant at = databaseClock.get();
    Map<String, TopicDescription> topics =
        clients
            .admin()
            .describeTopics(List.of(Topics.TASK_EVENTS, Topics.WORKER_EVENTS))
            .allTopicNames()
            .get();
    List<TopicPartition> partitions =
        topics.values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    return new Mark(at, offsets(partitions, OffsetSpec.latest()));
  }

  private boolean isBeyondReach(Mark mark) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> now = offsets(List.copyOf(mark.ends().keySet()), OffsetSpec.latest());
    return mark.ends().entrySet().stream()
        .anyMatch(end -> now.getOrDefault(end.getKey(), 0L) < end.getValue());
  }

  private boolean isBehindUs(Mark mark) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        clients
            .admin()
            .listConsumerGroupOffsets(clients.group())
            .partitionsToOffsetAndMetadata()
            .get();
    List<TopicPartition> untouched =
        mark.ends().keySet().stream().filter(one -> committed.get(one) == null).toList();
    Map<TopicPartition, Long> starts = offsets(untouched, OffsetSpec.earliest());
    return mark.ends().entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              long taken = offset == null ? starts.getOrDefault(end.getKey(), 0L) : offset.offset();
              return taken >= end.getValue();
            });
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(one -> one, one -> which));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        clients.admin().listOffsets(asked).all().get();
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private record Mark(Instant at, Map<TopicPartition, Long> ends) {}
}
