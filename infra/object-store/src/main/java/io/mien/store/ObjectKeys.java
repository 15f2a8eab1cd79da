package io.mien.store;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.id.WorkerId;

/** The key scheme; keys are built here and nowhere else. */
public final class ObjectKeys {

  /** Under which attempts write, in whichever bucket. */
  public static final String TASKS = "tasks/";

  /** Under which lies what people send in. */
  public static final String UPLOADS = "uploads/";

  /** Under which items of bulk syntheses are found again. */
  public static final String MADE = "made/";

  /** Says in the bucket of datasets which installation the buckets are of. */
  public static final String OWNER = "owner";

  private ObjectKeys() {}

  /**
   * The prefix that belongs to one attempt of one task in the hands of one worker, in whichever
   * bucket it writes: {@code tasks/<task>/<attempt>/<last segment of the worker's id>/}. Two
   * workers may start one attempt before one of them is told that it lost; they must not meet.
   */
  public static String attempt(TaskId task, int attempt, WorkerId worker) {
    return attempt(task, attempt, worker.life());
  }

  /**
   * The same by the last segment of the worker's id.
   *
   * @param life {@link WorkerId#life()}
   */
  public static String attempt(TaskId task, int attempt, String life) {
    return task(task) + attempt + "/" + life + "/";
  }

  /** Under which all attempts of a task have their prefixes. */
  public static String task(TaskId task) {
    return TASKS + task + "/";
  }

  /** A file of a dataset that somebody uploads: {@code uploads/<upload>/<name>}. */
  public static String upload(UploadId upload, String name) {
    return UPLOADS + upload + "/" + name;
  }

  /** A photo that was uploaded for a run: {@code uploads/<run>/photo}. */
  public static String upload(RunId run) {
    return sentIn(run) + "photo";
  }

  /**
   * JSON lines of items that came with the request for a synthesis: {@code uploads/<run>/items}.
   */
  public static String uploadedItems(RunId run) {
    return sentIn(run) + "items";
  }

  /** A file of weights that was uploaded for a run; nobody may fetch it. */
  public static String uploadedCheckpoint(RunId run) {
    return sentIn(run) + "checkpoint";
  }

  /**
   * What was made of an item, by the digest of all that went into it: {@code made/<first two
   * digits>/<digest>.json}.
   */
  public static String made(String sha256) {
    return MADE + sha256.substring(0, 2) + "/" + sha256 + ".json";
  }

  /** Under which lies what was sent in for a run. */
  public static String sentIn(RunId run) {
    return UPLOADS + run + "/";
  }
}
