package io.mien.contracts.golden;

import static io.mien.contracts.golden.Samples.AT;
import static io.mien.contracts.golden.Samples.TASK;
import static io.mien.contracts.golden.Samples.WORKER;

import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.object.Bucket;
import java.util.List;

/** One event of every type. */
final class EventSamples {

  private EventSamples() {}

  static List<TaskEvent> all() {
    return List.of(
        new TaskStarted(TASK, 2, WORKER, AT),
        new TaskHeartbeat(
            TASK, 2, WORKER, AT, 17, new Progress("train", "iterations", 420, 20000, 12.5)),
        new TaskMeasured(TASK, 2, WORKER, AT, List.of(new Measure(420, "critic/penalty", 0.25))),
        new TaskSampled(
            TASK,
            2,
            WORKER,
            AT,
            500,
            Samples.object(Bucket.MODELS, "tasks/b/2/samples/500.png"),
            List.of("input", "happy")),
        new TaskCheckpointed(
            TASK,
            2,
            WORKER,
            AT,
            1000,
            Samples.set(Bucket.MODELS, "tasks/b/2/state-1000/", "state.json"),
            new DoneItems(3, 2900)),
        new TaskSucceeded(
            TASK,
            2,
            WORKER,
            AT,
            ResultSamples.photoPrepared(),
            List.of(Samples.object(Bucket.DATASETS, "tasks/c/1/crop.png")),
            943718400),
        new TaskFailed(
            TASK,
            2,
            WORKER,
            AT,
            new TaskError(
                TaskError.Category.INVALID_INPUT,
                "no-face",
                "No face in the photo; take one that shows the face from the front.",
                "0123456789ab")),
        new TaskInterrupted(TASK, 2, WORKER, AT, TaskInterrupted.Reason.DRAINED),
        new TaskCancelled(TASK, 2, WORKER, AT));
  }
}
