package io.mien.worker.kafka;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.worker.attempt.Attempt;
import io.mien.worker.attempt.Slots;
import io.mien.worker.attempt.StoreWatch;
import io.mien.worker.loop.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes offers from the share group, one at a time, and only with a free slot. While every slot is
 * busy for long, the share consumer is closed: one that does not poll might hold an offer that
 * another worker could take.
 */
public final class OfferReader implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(OfferReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration COMMIT = Duration.ofSeconds(10);
  private static final Duration IDLE_AT_MOST = Duration.ofSeconds(5);

  private final ClientSettings settings;
  private final TaskKind kind;
  private final Slots slots;
  private final OfferTaker taker;
  private final Consumer<Attempt> starter;
  private final StoreWatch watch;
  private @Nullable ShareConsumer<byte[], byte[]> consumer;
  private Duration idle = Duration.ZERO;

  /**
   * @param starter runs an attempt on a thread of its own and releases its slot afterwards
   */
  public OfferReader(
      ClientSettings settings,
      TaskKind kind,
      Slots slots,
      OfferTaker taker,
      Consumer<Attempt> starter,
      StoreWatch watch) {
    this.settings = settings;
    this.kind = kind;
    this.slots = slots;
    this.taker = taker;
    this.starter = starter;
    this.watch = watch;
  }

  @Override
  public void step() throws InterruptedException {
    if (!takeSlot()) {
      return;
    }
    boolean used = false;
    try {
      watch.requireStore();
      used = pollOnce();
    } catch (Unavailable e) {
      close();
      throw e;
    } catch (KafkaException e) {
      close();
      throw new Unavailable(
          "kafka-unavailable",
          "Cannot read %s: %s".formatted(Topics.tasks(kind), e.getMessage()),
          e);
    } finally {
      if (!used) {
        slots.release();
      }
    }
  }

  /** Releases what was not accepted. */
  @Override
  public void close() {
    ShareConsumer<byte[], byte[]> closing = consumer;
    consumer = null;
    if (closing != null) {
      closing.close(COMMIT);
    }
  }

  /**
   * An answer travels with the request for the next offer, or alone when there is no slot for it.
   */
  private boolean takeSlot() throws InterruptedException {
    boolean free = slots.take(Duration.ZERO);
    if (!free) {
      sendAnswers();
      free = slots.take(POLL);
    }
    idle = free ? Duration.ZERO : idle.plus(POLL);
    if (idle.compareTo(IDLE_AT_MOST) >= 0) {
      close();
    }
    return free;
  }

  private void sendAnswers() {
    try {
      if (consumer != null) {
        consumer.commitAsync();
      }
    } catch (KafkaException e) {
      LOG.info("Kafka did not take acknowledgements: {}", e.getMessage());
      close();
    }
  }

  /** Whether the slot is used now. */
  private boolean pollOnce() {
    ShareConsumer<byte[], byte[]> open = consumer == null ? open() : consumer;
    boolean used = false;
    for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
      // There is at most one, by the settings; a further one goes back, as does one that comes
      // after this worker has said that it takes no more
      boolean room = !used && slots.isOpen();
      OfferTaker.Answer answer = room ? taker.take(record) : OfferTaker.Answer.NO_ROOM;
      used |= answer.attempt() != null;
      open.acknowledge(record, answer.acknowledgement());
      if (answer.attempt() != null) {
        starter.accept(answer.attempt());
      }
    }
    return used;
  }

  /**
   * An attempt whose start was reported runs, whatever becomes of its acknowledgement: when that is
   * lost, the offer comes again, and the attempt's number settles it.
   */
  private static void logFailure(
      Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception failure) {
    if (failure != null) {
      LOG.info("Kafka did not take acknowledgements of {}: {}", offsets, failure.getMessage());
    }
  }

  private ShareConsumer<byte[], byte[]> open() {
    ShareConsumer<byte[], byte[]> opened =
        new KafkaShareConsumer<>(settings.offers(kind.shareGroup()));
    opened.setAcknowledgementCommitCallback(OfferReader::logFailure);
    opened.subscribe(List.of(Topics.tasks(kind)));
    consumer = opened;
    return opened;
  }
}
