package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.SampleView;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.chaos.VersionProcess.Version;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.worker.WorkerDrain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers of two versions take from one queue, under an orchestrator that is ahead of both: one
 * lacks fields that the orchestrator knows, the other has one that it does not know.
 */
class TwoVersionsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MORE = 16;

  /** Every offer and every order has a field that no worker knows. */
  private static final String GO_AHEAD =
      """
      CREATE FUNCTION add_field() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.message := NEW.message || '{"ofALaterOrchestrator": {"that": ["nobody", "knows"]}}';
        RETURN NEW;
      END $$;
      CREATE TRIGGER add_field BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION add_field()
      """;

  private static final String ALIVE =
      """
      SELECT worker_id, CAST(heartbeat ->> 'draining' AS boolean) AS draining
        FROM worker
       WHERE state = 'ALIVE' AND heartbeat ->> 'version' = ?
       ORDER BY worker_id
       LIMIT 1
      """;

  @TempDir Path directory;

  private final List<VersionProcess> processes = new ArrayList<>();
  private SystemUnderTest system;

  @BeforeEach
  void start() throws Exception {
    system = SystemUnderTest.started(Map.of("mien.orchestrator.on-demand-slots", "0"));
    system.database().run(tx -> tx.update(GO_AHEAD));
  }

  @AfterEach
  void stop() {
    processes.forEach(VersionProcess::close);
    system.close();
  }

  @Test
  void everyTaskOfTheirQueueEndsOnceWhicheverTakesIt() throws Exception {
    start(Version.EARLIER);
    start(Version.LATER);
    List<RunId> runs = runs(2 * FacesWork.SLOTS);
    runs.forEach(run -> system.awaitTask(run, TaskState.RUNNING));
    assertThat(runs.stream().collect(Collectors.groupingBy(this::doneBy, Collectors.counting())))
        .containsOnly(Map.entry("EARLIER", 2L), Map.entry("LATER", 2L));

    letEnd(Version.EARLIER);
    letEnd(Version.LATER);
    runs.addAll(runs(MORE));

    system.awaitSuccess(runs);
    assertThat(runs)
        .map(system::task)
        .allSatisfy(
            task -> {
              assertThat(task.attempt()).isEqualTo(1);
              assertThat(task.failures() + task.interruptions()).isZero();
              assertThat(columns(task))
                  .isEqualTo(
                      isOf(task, Version.LATER) ? VersionProcess.COLUMNS : List.<String>of());
            });
    assertThat(new ToldHistory(system.events()).violations()).isEmpty();
  }

  @Test
  void theEarlierOneEndsItsTasksWhileTheLaterOneTakesOver() throws Exception {
    VersionProcess earlier = start(Version.EARLIER);
    RunId first = system.start(1);
    system.awaitTask(first, TaskState.RUNNING);

    start(Version.LATER);
    letEnd(Version.LATER);
    drain(Version.EARLIER);
    List<RunId> runs = runs(MORE);
    system.awaitSuccess(runs);
    assertThat(runs).extracting(this::doneBy).containsOnly("LATER");
    assertThat(system.task(first).state()).isEqualTo(TaskState.RUNNING);

    letEnd(Version.EARLIER);
    TaskView last = system.awaitTask(first, TaskState.SUCCEEDED);
    assertThat(isOf(last, Version.EARLIER)).isTrue();
    assertThat(last.attempt()).isEqualTo(1);
    earlier.stop();
    await().atMost(PATIENCE).until(() -> find(Version.EARLIER).isEmpty());

    TaskView anew = system.awaitTask(system.start(1), TaskState.SUCCEEDED);
    assertThat(anew.reusedFrom()).isNull();
    assertThat(isOf(anew, Version.LATER)).isTrue();
    assertThat(new ToldHistory(system.events()).violations()).isEmpty();
    TaskView again = system.awaitTask(system.start(1), TaskState.SUCCEEDED);
    assertThat(again.reusedFrom()).isEqualTo(anew.taskId());
  }

  @Test
  void whatTheEarlierOneHandsBackTheLaterOneEnds() throws Exception {
    VersionProcess earlier = start(Version.EARLIER);
    List<RunId> runs = runs(FacesWork.SLOTS);
    runs.forEach(run -> system.awaitTask(run, TaskState.RUNNING));
    start(Version.LATER);
    letEnd(Version.LATER);

    earlier.stop();

    system.awaitSuccess(runs);
    assertThat(runs)
        .map(system::task)
        .allSatisfy(
            task -> {
              assertThat(isOf(task, Version.LATER)).isTrue();
              assertThat(task.attempt()).isEqualTo(2);
              assertThat(task.failures()).isZero();
            });
    assertThat(new ToldHistory(system.events()).violations()).isEmpty();
  }

  /** Returns when the orchestrator knows it. */
  private VersionProcess start(Version version) throws Exception {
    VersionProcess process = VersionProcess.start(system.settings(), version, go(version));
    processes.add(process);
    await().atMost(PATIENCE).until(() -> find(version).isPresent());
    return process;
  }

  private void letEnd(Version version) throws Exception {
    Files.createFile(go(version));
  }

  private Path go(Version version) {
    return directory.resolve(version.name());
  }

  private List<RunId> runs(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> system.start())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String doneBy(RunId run) {
    return isOf(system.task(run), Version.LATER) ? "LATER" : "EARLIER";
  }

  private static boolean isOf(TaskView task, Version version) {
    return Objects.toString(task.workerId()).contains("/" + version + "/");
  }

  private List<String> columns(TaskView task) {
    List<SampleView> samples =
        system
            .database()
            .transact(tx -> system.get(JdbcSampleRepository.class).ofTask(tx, task.taskId()));
    assertThat(samples).hasSize(1);
    return samples.get(0).columns();
  }

  /** Returns when it has said that it takes no more. */
  private void drain(Version version) {
    WorkerId id = find(version).orElseThrow().id();
    system.database().run(tx -> system.get(WorkerDrain.class).drain(tx, id, "upgrade"));
    await().atMost(PATIENCE).until(() -> find(version).orElseThrow().draining());
  }

  private Optional<Alive> find(Version version) {
    return system
        .database()
        .transact(
            tx ->
                tx.find(
                    ALIVE,
                    row -> new Alive(new WorkerId(row.text("worker_id")), row.flag("draining")),
                    version.name()));
  }

  private record Alive(WorkerId id, boolean draining) {}
}
