package io.mien.orchestrator.retention;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStore.Listed;
import java.util.List;

/** Deletes everything that a run and its tasks have in the buckets. */
final class ObjectPurge {

  private final ObjectStore store;

  ObjectPurge(ObjectStore store) {
    this.store = store;
  }

  /** May be called again when it was broken off. */
  Freed purge(RunId run, List<TaskId> tasks) {
    Freed freed = Freed.NOTHING;
    for (Bucket bucket : Bucket.values()) {
      freed = freed.plus(purge(bucket, ObjectKeys.sentIn(run)));
      for (TaskId task : tasks) {
        freed = freed.plus(purge(bucket, ObjectKeys.task(task)));
      }
    }
    return freed;
  }

  private Freed purge(Bucket bucket, String prefix) {
    Freed freed = Freed.NOTHING;
    String after = "";
    List<Listed> page;
    do {
      page = store.list(bucket, prefix, after, ObjectStore.LARGEST_PAGE);
      store.delete(bucket, page.stream().map(Listed::key).toList());
      freed = freed.plus(Freed.of(page));
      after = page.isEmpty() ? "" : page.get(page.size() - 1).key();
    } while (page.size() == ObjectStore.LARGEST_PAGE);
    return freed;
  }
}
