package io.mien.orchestrator;

import io.mien.orchestrator.OrchestratorBeans.Signals;
import io.mien.orchestrator.history.EventFeed;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaReportConsumer;
import io.mien.orchestrator.kafka.ShareGroupWarmUp;
import io.mien.orchestrator.loop.Loop;
import io.mien.orchestrator.loop.Signal;
import io.mien.orchestrator.loop.Step;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads of the orchestrator; all of them may run in several replicas at once. */
@Singleton
public class OrchestratorLoops implements AutoCloseable {

  private final OrchestratorConfig config;
  private final Steps steps;
  private final Signals signals;
  private final EventFeed feed;
  private final KafkaClients kafka;
  private final List<Loop> running = new ArrayList<>();

  public OrchestratorLoops(
      OrchestratorConfig config, Steps steps, Signals signals, EventFeed feed, KafkaClients kafka) {
    this.config = config;
    this.steps = steps;
    this.signals = signals;
    this.feed = feed;
    this.kafka = kafka;
  }

  /**
   * What is stepped.
   *
   * @param reports readers of what workers report, which share its partitions
   * @param sweeps what looks for things that are overdue, one after the other
   * @param apart what takes long or waits for the object store, which nothing else should
   */
  public record Steps(
      Step dispatcher,
      Step publisher,
      List<KafkaReportConsumer> reports,
      List<Step> sweeps,
      List<Apart> apart) {

    public Steps {
      reports = List.copyOf(reports);
      sweeps = List.copyOf(sweeps);
      apart = List.copyOf(apart);
    }

    /**
     * Each has its turn, although another fails: one may wait for Kafka that others do not need.
     */
    Step.Progress sweep() {
      @Nullable RuntimeException failure = null;
      for (Step each : sweeps) {
        try {
          each.step();
        } catch (RuntimeException e) {
          if (failure == null) {
            failure = e;
          } else {
            failure.addSuppressed(e);
          }
        }
      }
      if (failure != null) {
        throw failure;
      }
      return Step.Progress.DONE;
    }
  }

  /** A step with a thread of its own. */
  public record Apart(String name, Duration every, Signal signal, Step step) {

    /** One that nobody calls before its time. */
    public Apart(String name, Duration every, Step step) {
      this(name, every, new Signal(), step);
    }
  }

  int partitions() {
    return config.kafka().partitions();
  }

  synchronized void start() {
    OrchestratorConfig.Orchestrator ours = config.orchestrator();
    loop("event-feed", Duration.ZERO, new Signal(), feed);
    steps.reports().forEach(reader -> loop("report-reader", Duration.ZERO, new Signal(), reader));
    loop("dispatcher", ours.dispatchEvery(), signals.dispatch(), steps.dispatcher());
    loop("outbox", ours.publishEvery(), signals.outbox(), steps.publisher());
    loop("sweeper", ours.reapEvery(), new Signal(), steps::sweep);
    steps.apart().forEach(each -> loop(each.name(), each.every(), each.signal(), each.step()));
    Thread warmUp = new Thread(new ShareGroupWarmUp(kafka), "share-group-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
  }

  @Override
  public synchronized void close() {
    running.forEach(Loop::close);
    steps.reports().forEach(KafkaReportConsumer::close);
    feed.close();
    kafka.close();
  }

  private void loop(String name, Duration every, Signal signal, Step step) {
    running.add(new Loop(name, every, signal, step).start());
  }
}
