package io.mien.contracts.golden;

import io.mien.contracts.TaskKind;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One value of every message, as its golden file has it. */
final class Samples {

  static final TaskId TASK = TaskId.fromString("01985fd2-7a00-7cc1-8a4e-2f6d1f0b3c55");
  static final WorkerId WORKER =
      new WorkerId("train-worker/node-1/01985fd2-0000-7000-8000-000000000001");
  static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");
  static final String SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final RunId RUN = RunId.fromString("01985fd2-6b00-7abc-9def-0123456789ab");

  private Samples() {}

  static List<Object> all() {
    return Stream.of(
            TaskSamples.all(), ItemSamples.all(), ResultSamples.all(), EventSamples.all(), others())
        .<Object>flatMap(List::stream)
        .toList();
  }

  static ObjectRef object(Bucket bucket, String key) {
    return new ObjectRef(bucket, key, 1024, SHA);
  }

  static PrefixRef set(Bucket bucket, String prefix, String manifest) {
    return new PrefixRef(bucket, prefix, object(bucket, prefix + manifest));
  }

  static PrefixRef dataset() {
    return set(Bucket.DATASETS, "tasks/a/1/dataset/", "dataset.json");
  }

  static PrefixRef checkpoint() {
    return set(Bucket.MODELS, "tasks/b/1/checkpoint/", "checkpoint.json");
  }

  private static List<?> others() {
    return List.of(
        new RunTask(
            TASK,
            RUN,
            "train-stargan",
            TaskKind.TRAIN,
            2,
            TaskSamples.trainStarGan(),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            AT,
            set(Bucket.MODELS, "tasks/b/1/state-500/", "state.json"),
            UUID.fromString("01985fd2-5c00-7def-8123-456789abcdef")),
        new CancelTask(TASK, "cancelled by submitter demo"),
        new RevokeTask(TASK, 1, WORKER),
        new YieldTask(TASK, 2, "a more urgent task waits"),
        new DrainWorker(WORKER, "node-1 gets new memory"),
        new ResumeWorker(WORKER),
        new WorkerHeartbeat(
            WORKER,
            AT,
            TaskKind.TRAIN,
            "node-1",
            4711,
            "0.1.0",
            1,
            1,
            "cpu",
            Instant.parse("2026-11-22T09:00:00Z"),
            734003200,
            943718400,
            false),
        new WorkerStopped(WORKER, AT));
  }
}
