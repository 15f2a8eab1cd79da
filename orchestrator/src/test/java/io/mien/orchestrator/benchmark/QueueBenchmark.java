package io.mien.orchestrator.benchmark;

import static org.awaitility.Awaitility.await;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.RunningOrchestrator;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.store.ObjectStore;
import io.mien.testkit.TestServers;
import io.mien.worker.attempt.ProcessMemory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Tasks that do nothing, from their rows through Kafka to real workers and back, on real PostgreSQL
 * (durable) and Kafka. Arguments, the number of workers and their slots last:
 *
 * <pre>
 * drain &lt;queued&gt; &lt;finished&gt; &lt;seconds&gt; &lt;workers&gt; &lt;slots&gt;   tasks a second
 * endure &lt;queued&gt; &lt;tasks&gt; &lt;workers&gt; &lt;slots&gt;              the same, and memory, of a queue kept full
 * latency &lt;rate&gt; &lt;queued&gt; &lt;seconds&gt; &lt;workers&gt; &lt;slots&gt;    from the commit of a run to its handler
 * </pre>
 */
public final class QueueBenchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private static final int WINDOW_SECONDS = 20;

  /** So often is the queue filled up, and memory looked at. */
  private static final int STAGE = 50_000;

  private final RunningOrchestrator orchestrator;
  private final BenchmarkTasks tasks;
  private final NoOpWorkers workers;

  /** Milliseconds that it took to accept each run. */
  private final Queue<Double> accepting = new ConcurrentLinkedQueue<>();

  private QueueBenchmark(RunningOrchestrator orchestrator, NoOpWorkers workers) {
    this.orchestrator = orchestrator;
    this.tasks = new BenchmarkTasks(orchestrator.database());
    this.workers = workers;
  }

  public static void main(String[] arguments) throws Exception {
    TestServers.runForLong();
    Map<String, String> settings = new HashMap<>(TestServers.orchestratorConfig());
    int last = arguments.length - 1;
    int slots = Integer.parseInt(arguments[last]);
    int number = Integer.parseInt(arguments[last - 1]);
    try (RunningOrchestrator orchestrator = new RunningOrchestrator(settings).start();
        NoOpWorkers workers =
            new NoOpWorkers(
                settings.get("mien.kafka.bootstrap-servers"),
                orchestrator.get(ObjectStore.class),
                number,
                slots)) {
      Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
      await().atMost(PATIENCE).until(workers::areReady);
      QueueBenchmark benchmark = new QueueBenchmark(orchestrator, workers);
      switch (arguments[0]) {
        case "drain" -> benchmark.drain(arguments);
        case "endure" -> benchmark.endure(arguments);
        case "latency" -> benchmark.latency(arguments);
        default -> throw new IllegalArgumentException("Unknown: " + arguments[0]);
      }
    }
    System.exit(0);
  }

  private void drain(String[] arguments) {
    int queued = Integer.parseInt(arguments[1]);
    int finished = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    tasks.finish(finished);
    tasks.queue(queued);
    tasks.analyse();
    pause(WARM_UP);
    long startedAt = System.nanoTime();
    long before = tasks.succeeded();
    long heapBefore = heap();
    pause(Duration.ofSeconds(seconds));
    long done = tasks.succeeded() - before;
    double elapsed = (System.nanoTime() - startedAt) * 1e-9;
    System.out.printf(
        "heap: %d MiB after %d tasks, %d MiB after %d%n",
        heapBefore, before - finished, heap(), tasks.succeeded() - finished);
    System.out.printf(
        "drain: %d queued, %d finished before: %d tasks in %.1f s = %.1f tasks/s; load %.1f%n",
        queued, finished, done, elapsed, done / elapsed, load());
  }

  private void endure(String[] arguments) {
    int queued = Integer.parseInt(arguments[1]);
    int total = Integer.parseInt(arguments[2]);
    tasks.queue(queued);
    tasks.analyse();
    long beganAt = System.nanoTime();
    for (long done = 0; done < total; ) {
      tasks.queue(STAGE);
      long from = done;
      long startedAt = System.nanoTime();
      await().atMost(PATIENCE).until(() -> workers.begun().size() >= STAGE);
      double elapsed = (System.nanoTime() - startedAt) * 1e-9;
      done = tasks.succeeded();
      System.out.printf(
          "endure: %d finished, %d queued; the last %d: %.1f tasks/s; heap %d MiB, process %d MiB%n",
          done,
          tasks.queued(),
          done - from,
          (done - from) / elapsed,
          heap(),
          ProcessMemory.now().residentBytes() >> 20);
    }
    double elapsed = (System.nanoTime() - beganAt) * 1e-9;
    System.out.printf(
        "endure: %d tasks in %.1f s = %.1f tasks/s%n", total, elapsed, total / elapsed);
  }

  private void latency(String[] arguments) throws InterruptedException {
    int rate = Integer.parseInt(arguments[1]);
    tasks.finish(Integer.parseInt(arguments[2]));
    tasks.analyse();
    int number = rate * Integer.parseInt(arguments[3]);
    submit(rate, rate * 5, new ConcurrentHashMap<>());
    accepting.clear();
    Map<RunId, Long> submitted = new ConcurrentHashMap<>();
    submit(rate, number, submitted);
    await().atMost(PATIENCE).until(() -> workers.begun().keySet().containsAll(submitted.keySet()));
    printLatency(rate, submitted);
  }

  /** As a whole, and in the order of time: a process that has just started is slower. */
  private void printLatency(int rate, Map<RunId, Long> submitted) {
    List<Double> inOrder =
        submitted.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(run -> (workers.begun().get(run.getKey()) - run.getValue()) * 1e-6)
            .toList();
    int window = rate * WINDOW_SECONDS;
    for (int from = 0; from < inOrder.size(); from += window) {
      List<Double> part = inOrder.subList(from, Math.min(inOrder.size(), from + window));
      System.out.printf("latency: after %d s: %s%n", from / rate, percentiles(part));
    }
    System.out.printf("submit: %s%n", percentiles(List.copyOf(accepting)));
    System.out.printf(
        "latency: %d runs at %d/s: %s; load %.1f%n",
        inOrder.size(), rate, percentiles(inOrder), load());
  }

  private static String percentiles(List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    int most = sorted.size() - 1;
    return "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, most %.1f ms"
        .formatted(
            sorted.get(most / 2),
            sorted.get(most * 90 / 100),
            sorted.get(most * 99 / 100),
            sorted.get(most));
  }

  private void submit(int rate, int number, Map<RunId, Long> submitted)
      throws InterruptedException {
    RunStarter starter = orchestrator.get(RunStarter.class);
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(4);
    for (int i = 0; i < number; i++) {
      var unused =
          clients.schedule(
              () -> {
                RunId run = BenchmarkTasks.freshRun();
                JdbcIdempotencyKeys.Request once =
                    new JdbcIdempotencyKeys.Request("benchmark", run.toString(), "");
                NewRun asked = new NewRun(run, "benchmark", BenchmarkTasks.plan(run), null, null);
                long askedAt = System.nanoTime();
                orchestrator
                    .database()
                    .transact(
                        tx -> {
                          RunId started = starter.startOnce(tx, once, run, () -> asked);
                          tx.afterCommit(() -> submitted.put(run, System.nanoTime()));
                          return started;
                        });
                accepting.add((System.nanoTime() - askedAt) * 1e-6);
              },
              i * 1_000_000L / rate,
              TimeUnit.MICROSECONDS);
    }
    clients.shutdown();
    if (!clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The clients did not get their runs in.");
    }
  }

  /** MiB that are really in use, without what this program itself writes down. */
  private long heap() {
    workers.begun().clear();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() >= end);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
