package io.mien.store;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;

/** The key scheme; keys are built here and nowhere else. */
public final class ObjectKeys {

  private ObjectKeys() {}

  /**
   * The prefix that belongs to one attempt of one task, in whichever bucket it writes: {@code
   * tasks/<task>/<attempt>/}.
   */
  public static String attempt(TaskId task, int attempt) {
    return "tasks/" + task + "/" + attempt + "/";
  }

  /** A photo that was uploaded for a run: {@code uploads/<run>/photo}. */
  public static String upload(RunId run) {
    return "uploads/" + run + "/photo";
  }
}
