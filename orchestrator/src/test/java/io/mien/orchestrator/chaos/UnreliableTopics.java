package io.mien.orchestrator.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.orchestrator.outbox.MessageSender;
import io.mien.orchestrator.outbox.OutboxMessage;
import io.mien.orchestrator.outbox.RefusedMessage;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Kafka as the protocol may know it: records get lost, double themselves, overtake each other, and
 * a send that failed may have arrived. Thread-safe.
 */
final class UnreliableTopics implements MessageSender {

  private final RandomGenerator random;
  private final List<RunTask> offers = new ArrayList<>();
  private final List<TaskControl> orders = new ArrayList<>();
  private final List<Record> reports = new ArrayList<>();
  private final List<Record> inFlight = new ArrayList<>();
  private Odds odds = Odds.NONE;
  private long sent;

  UnreliableTopics(RandomGenerator random) {
    this.random = random;
  }

  synchronized void setOdds(Odds odds) {
    this.odds = odds;
  }

  @Override
  public synchronized List<RefusedMessage> send(List<OutboxMessage> messages) {
    for (OutboxMessage message : messages) {
      refuseSometimes();
      deliver(message);
    }
    refuseSometimes();
    return List.of();
  }

  /** A worker reports. */
  synchronized void report(Object event) {
    String topic = event instanceof WorkerEvent ? Topics.WORKER_EVENTS : Topics.TASK_EVENTS;
    sent++;
    Record record = new Record(sent, topic, bytes(event));
    for (int copies = copies(); copies > 0; copies--) {
      reports.add(place(reports.size()), record);
    }
  }

  /** An offer for a worker of this kind; sometimes it stays and is delivered again. */
  synchronized Optional<RunTask> takeOffer(TaskKind kind) {
    Optional<RunTask> offer = offers.stream().filter(one -> one.kind() == kind).findFirst();
    offer.filter(one -> random.nextDouble() >= odds.doubled()).ifPresent(offers::remove);
    return offer;
  }

  /** Orders from this position on. */
  synchronized List<TaskControl> ordersFrom(int position) {
    return List.copyOf(orders.subList(Math.min(position, orders.size()), orders.size()));
  }

  /** The oldest reports, which are in flight until they are taken in or given back. */
  synchronized List<Record> takeReports(int most) {
    List<Record> taken = List.copyOf(reports.subList(0, Math.min(most, reports.size())));
    reports.subList(0, taken.size()).clear();
    inFlight.addAll(taken);
    return taken;
  }

  synchronized void takenIn(List<Record> records) {
    records.forEach(inFlight::remove);
  }

  /** They will be read again. */
  synchronized void giveBack(List<Record> records) {
    takenIn(records);
    reports.addAll(0, records);
  }

  /** Everything that nobody has read yet is gone. */
  synchronized void loseEverything() {
    offers.clear();
    reports.clear();
  }

  /** Number of the newest report. */
  synchronized long sent() {
    return sent;
  }

  /** Whether nothing up to this report is still to be read. */
  synchronized boolean isReadUpTo(long number) {
    return Stream.concat(reports.stream(), inFlight.stream())
        .noneMatch(record -> record.number() <= number);
  }

  synchronized boolean isEmpty() {
    return reports.isEmpty() && inFlight.isEmpty() && offers.isEmpty();
  }

  private void deliver(OutboxMessage message) {
    for (int copies = copies(); copies > 0; copies--) {
      if (message.topic().equals(Topics.TASK_CONTROL)) {
        // Whoever has read so far reads on from there, so the past stays as it is
        orders.add(read(message, TaskControl.class));
      } else {
        offers.add(place(offers.size()), read(message, RunTask.class));
      }
    }
  }

  private int copies() {
    if (random.nextDouble() < odds.lost()) {
      return 0;
    }
    return random.nextDouble() < odds.doubled() ? 2 : 1;
  }

  private int place(int size) {
    return random.nextDouble() < odds.swapped() ? random.nextInt(size + 1) : size;
  }

  private void refuseSometimes() {
    if (random.nextDouble() < odds.refused()) {
      throw new Unavailable("kafka-unavailable", "The broker is away (by the test).");
    }
  }

  private static byte[] bytes(Object event) {
    try {
      return WireJson.MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(OutboxMessage message, Class<T> type) {
    try {
      return WireJson.MAPPER.readValue(message.message(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A report on its way.
   *
   * @param number by the order of sending; copies have the same
   */
  record Record(long number, String topic, byte[] value) {}
}
