package io.mien.orchestrator.retention;

import io.mien.store.ObjectStore.Listed;
import java.util.List;

/** What a deletion gave back. */
public record Freed(long objects, long bytes) {

  public static final Freed NOTHING = new Freed(0, 0);

  static Freed of(List<Listed> deleted) {
    return new Freed(deleted.size(), deleted.stream().mapToLong(Listed::bytes).sum());
  }

  Freed plus(Freed other) {
    return new Freed(objects + other.objects, bytes + other.bytes);
  }
}
