package io.mien.store;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.id.WorkerId;

/** The key scheme; keys are built here and nowhere else. */
public final class ObjectKeys {

  private ObjectKeys() {}

  /**
   * The prefix that belongs to one attempt of one task in the hands of one worker, in whichever
   * bucket it writes: {@code tasks/<task>/<attempt>/<last segment of the worker's id>/}. Two
   * workers may start one attempt before one of them is told that it lost; they must not meet.
   */
  public static String attempt(TaskId task, int attempt, WorkerId worker) {
    return "tasks/" + task + "/" + attempt + "/" + worker.life() + "/";
  }

  /** A file of a dataset that somebody uploads: {@code uploads/<upload>/<name>}. */
  public static String upload(UploadId upload, String name) {
    return "uploads/" + upload + "/" + name;
  }

  /** A photo that was uploaded for a run: {@code uploads/<run>/photo}. */
  public static String upload(RunId run) {
    return "uploads/" + run + "/photo";
  }

  /** A file of weights that was uploaded for a run; nobody may fetch it. */
  public static String uploadedCheckpoint(RunId run) {
    return "uploads/" + run + "/checkpoint";
  }
}
