package io.mien.train;

import io.mien.contracts.event.Measure;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.store.curve.CurveFile;
import io.mien.train.loop.BestFile;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where an earlier attempt left off.
 *
 * @param folder the training state, downloaded
 * @param curves what had been measured until then
 * @param best state that had been kept as the best one, now this attempt's
 */
record ResumePoint(Path folder, List<Measure> curves, Optional<BestCheckpoint> best) {

  static Optional<ResumePoint> of(TaskContext context, ObjectStore store) {
    PrefixRef state = context.task().resumeFrom();
    if (state == null) {
      return Optional.empty();
    }
    Path folder = context.workDirectory().resolve("resume");
    ObjectSet.download(store, state, folder);
    return Optional.of(
        new ResumePoint(
            folder, CurveFile.read(store, state), BestFile.takeOver(store, state, context)));
  }
}
