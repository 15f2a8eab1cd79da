package io.mien.worker.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.store.json.WireJson;
import io.mien.worker.Surroundings;
import io.mien.worker.WorkerSettings;
import io.mien.worker.attempt.Attempts;
import io.mien.worker.attempt.Intake;
import io.mien.worker.attempt.ProcessMemory;
import io.mien.worker.loop.Step;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on {@code worker-events.v1} that the worker lives and, at the end, that it stopped. */
public final class Presence implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final WorkerId worker;
  private final WorkerSettings settings;
  private final Attempts attempts;
  private final Intake intake;
  private final Surroundings surroundings;
  private final Publisher publisher;
  private final Instant startedAt;

  public Presence(Shown shown, Surroundings surroundings, Publisher publisher) {
    this.worker = shown.worker();
    this.settings = shown.settings();
    this.attempts = shown.attempts();
    this.intake = shown.intake();
    this.surroundings = surroundings;
    this.publisher = publisher;
    this.startedAt = surroundings.now();
  }

  /** What it tells of. */
  public record Shown(WorkerId worker, WorkerSettings settings, Attempts attempts, Intake intake) {}

  @Override
  public void step() {
    publisher.publish(record(heartbeat()));
  }

  @Override
  public void close() {
    try {
      publisher.publish(record(new WorkerStopped(worker, surroundings.now())));
    } catch (Unavailable e) {
      LOG.info("Nobody hears that {} stopped: {}", worker, e.getMessage());
    }
  }

  private WorkerHeartbeat heartbeat() {
    ProcessMemory memory = ProcessMemory.now();
    return new WorkerHeartbeat(
        worker,
        surroundings.now(),
        settings.kind(),
        settings.host(),
        ProcessHandle.current().pid(),
        settings.version(),
        settings.slots(),
        attempts.active().size(),
        settings.device(),
        startedAt,
        memory.residentBytes(),
        memory.peakResidentBytes(),
        !intake.isOpen());
  }

  private ProducerRecord<byte[], byte[]> record(WorkerEvent event) {
    try {
      return new ProducerRecord<>(
          Topics.WORKER_EVENTS, Publisher.key(worker), WireJson.MAPPER.writeValueAsBytes(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + event + " as JSON", e);
    }
  }
}
