package io.mien.worker;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.nio.file.Path;

/**
 * The objects of one attempt, all under the prefix that {@link io.mien.store.ObjectKeys} gives this
 * worker for it: {@code tasks/<task>/<attempt>/<worker>/}. Thread-safe.
 */
public interface AttemptOutputs {

  /**
   * @param name relative to the attempt's prefix, for example {@code shards/train-00000.tar}
   */
  ObjectRef put(Bucket bucket, String name, byte[] content, String contentType);

  ObjectRef put(Bucket bucket, String name, Path file, String contentType);

  /**
   * Uploads every file of a directory, the manifest last, and returns the reference of the set.
   *
   * @param name relative to the attempt's prefix, for example {@code checkpoint}
   * @param manifest file name of the manifest inside the directory
   */
  PrefixRef putDirectory(Bucket bucket, String name, Path directory, String manifest);

  /** The reference of the set that lies directly under the attempt's prefix. */
  PrefixRef asSet(ObjectRef manifest);

  /** Deletes a set that {@link #putDirectory} wrote in this attempt. */
  void delete(PrefixRef set);
}
