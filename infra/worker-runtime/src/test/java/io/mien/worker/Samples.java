package io.mien.worker;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.RunTask;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Tasks and results of the smallest kind. */
public final class Samples {

  private Samples() {}

  /** A new task's first attempt with a lease of 30 and heartbeats of 1 second. */
  public static RunTask task() {
    return attempt(new TaskId(UUID.randomUUID()), 1);
  }

  public static RunTask attempt(TaskId task, int attempt) {
    PreparePhoto spec = new PreparePhoto(object(), new CropRecipe("cascade-v1", 64, 0.2, true));
    return new RunTask(
        task,
        new RunId(UUID.randomUUID()),
        "prepare",
        spec.kind(),
        attempt,
        spec,
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Instant.parse("2026-11-22T10:00:00Z"),
        null,
        null);
  }

  public static PhotoPrepared result() {
    return new PhotoPrepared(object(), new FaceBox(1, 2, 3, 4, 0));
  }

  public static ObjectRef object() {
    return new ObjectRef(Bucket.DATASETS, "uploads/a/photo", 3, "00");
  }
}
