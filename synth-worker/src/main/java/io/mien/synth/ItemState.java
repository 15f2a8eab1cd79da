package io.mien.synth;

import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.store.ObjectStore;
import io.mien.store.json.JsonLines;
import io.mien.worker.TaskContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * What earlier attempts have done.
 *
 * @param sets that they left, whose images are named
 */
record ItemState(List<SynthesisedItem> done, List<FailedItem> failed, List<PrefixRef> sets) {

  ItemState {
    done = List.copyOf(done);
    failed = List.copyOf(failed);
    sets = List.copyOf(sets);
  }

  /** Of the attempts before this one; nothing for the first. */
  static ItemState of(ObjectStore store, TaskContext context) {
    PrefixRef left = context.task().resumeFrom();
    if (left == null) {
      return new ItemState(List.of(), List.of(), List.of());
    }
    ItemsSynthesised state =
        JsonLines.values(store.read(left.manifest()), ItemsSynthesised.class).get(0);
    return new ItemState(
        JsonLines.values(store.read(state.results()), SynthesisedItem.class),
        state.errors() == null
            ? List.of()
            : JsonLines.values(store.read(state.errors()), FailedItem.class),
        Stream.concat(state.earlier().stream(), Stream.of(left)).toList());
  }
}
