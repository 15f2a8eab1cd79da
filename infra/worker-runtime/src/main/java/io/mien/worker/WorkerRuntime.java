package io.mien.worker;

import io.mien.contracts.id.Uuid7;
import io.mien.contracts.id.WorkerId;
import io.mien.store.ObjectStore;
import io.mien.worker.attempt.AttemptRunner;
import io.mien.worker.attempt.Attempts;
import io.mien.worker.attempt.EventSink;
import io.mien.worker.attempt.Heartbeats;
import io.mien.worker.attempt.Intake;
import io.mien.worker.attempt.LeaseWatch;
import io.mien.worker.attempt.Pace;
import io.mien.worker.attempt.SlotThreads;
import io.mien.worker.attempt.Slots;
import io.mien.worker.attempt.StopReason;
import io.mien.worker.attempt.StoreWatch;
import io.mien.worker.attempt.WorkDirectories;
import io.mien.worker.kafka.ClientSettings;
import io.mien.worker.kafka.ControlReader;
import io.mien.worker.kafka.DeadLetters;
import io.mien.worker.kafka.KafkaEventSink;
import io.mien.worker.kafka.OfferReader;
import io.mien.worker.kafka.OfferTaker;
import io.mien.worker.kafka.Preparation;
import io.mien.worker.kafka.PreparedOffers;
import io.mien.worker.kafka.Presence;
import io.mien.worker.kafka.Publisher;
import io.mien.worker.loop.Loop;
import io.mien.worker.loop.Step;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole life of tasks in a worker: takes offers, runs the handler, reports. Starts at once and
 * waits for Kafka and the object store as long as it takes.
 */
public final class WorkerRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);

  private final WorkerSettings settings;
  private final WorkerId worker;
  private final WorkDirectories directories;
  private final Publisher publisher;
  private final Attempts attempts;
  private final SlotThreads threads;
  private final PreparedOffers gate;
  private final Loop offers;
  private final Loop control;
  private final Loop heartbeats;
  private final Loop leaseWatch;
  private final Loop presence;
  private volatile boolean stopping;
  private volatile boolean givingUp;

  public WorkerRuntime(WorkerSettings settings, ObjectStore store, TaskHandler handler) {
    this(settings, store, handler, Surroundings.ofTheMachine());
  }

  public WorkerRuntime(
      WorkerSettings settings, ObjectStore store, TaskHandler handler, Surroundings surroundings) {
    this.settings = settings;
    this.worker = newWorkerId(settings, surroundings);
    this.directories = new WorkDirectories(settings.workDirectory());
    ClientSettings clients =
        new ClientSettings(settings.bootstrapServers(), settings.kind().shareGroup());
    this.publisher = new Publisher(clients);
    EventSink sink = new KafkaEventSink(publisher);
    Intake intake = new Intake(worker);
    Slots slots = new Slots(settings.slots(), intake);
    this.attempts = new Attempts(worker, sink, new Pace(surroundings, settings.timings()));
    StoreWatch watch = new StoreWatch(store);
    this.threads = new SlotThreads(slots, attempts, runner(store, handler, sink), watch);
    ControlReader orders = new ControlReader(clients, attempts, intake);
    DeadLetters deadLetters = new DeadLetters(publisher, worker.toString());
    OfferTaker taker = new OfferTaker(settings.kind(), attempts, sink, deadLetters);
    OfferReader reader =
        new OfferReader(clients, settings.kind(), slots, taker, threads::start, watch);
    Preparation preparation = new Preparation(clients, settings.kind());
    this.gate = new PreparedOffers(store, preparation, orders, reader, this::startTalking);
    WorkerTimings timings = settings.timings();
    this.offers = loop("mien-offers", gate, Duration.ZERO);
    this.control = loop("mien-control", orders, Duration.ZERO);
    this.heartbeats =
        loop("mien-heartbeats", new Heartbeats(attempts, surroundings.nanos()), timings.tick());
    this.leaseWatch =
        loop("mien-lease-watch", new LeaseWatch(attempts, surroundings.nanos()), timings.tick());
    Presence living =
        new Presence(
            new Presence.Shown(worker, settings, attempts, intake), surroundings, publisher);
    this.presence = loop("mien-presence", living, timings.presenceEvery());
  }

  /** Returns at once; offers are taken as soon as Kafka and the object store are there. */
  public void start() {
    LOG.info("Starting {} with {} slots on {}", worker, settings.slots(), settings.device());
    offers.start();
    heartbeats.start();
    leaseWatch.start();
  }

  /** Whether offers are taken: everything was prepared and Kafka can be reached. */
  public boolean isReady() {
    return gate.isPrepared() && !stopping && !presence.isFailing() && !offers.isFailing();
  }

  public WorkerId id() {
    return worker;
  }

  /**
   * Takes no more offers, asks running handlers to stop, waits for them up to the settings' drain
   * wait, and says goodbye. Interrupted tasks go on elsewhere.
   */
  public void stop() {
    if (stopping) {
      return;
    }
    stopping = true;
    LOG.info("Stopping {}", worker);
    offers.close();
    attempts.stopAll(StopReason.DRAINED);
    threads.awaitEnd(settings.timings().drainWait());
    givingUp = true;
    threads.abandonRest();
    heartbeats.close();
    leaseWatch.close();
    control.close();
    presence.close();
    publisher.close();
    directories.close();
    LOG.info("Stopped {}", worker);
  }

  @Override
  public void close() {
    stop();
  }

  private void startTalking() {
    control.start();
    presence.start();
  }

  private AttemptRunner runner(ObjectStore store, TaskHandler handler, EventSink sink) {
    return new AttemptRunner(
        handler, store, directories, sink, settings.timings().retryEvery(), () -> givingUp);
  }

  private Loop loop(String name, Step step, Duration pause) {
    return new Loop(name, step, pause, settings.timings().retryEvery());
  }

  private static WorkerId newWorkerId(WorkerSettings settings, Surroundings surroundings) {
    Uuid7 ids = new Uuid7(surroundings.clock(), surroundings.random());
    return new WorkerId(settings.kind().shareGroup() + "/" + settings.host() + "/" + ids.next());
  }
}
