package io.mien.train;

import io.mien.contracts.event.Measure;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.store.curve.CurveFile;
import io.mien.train.curve.Curves;
import io.mien.train.curve.OpenWindow;
import io.mien.train.loop.BestFile;
import io.mien.train.loop.EarlierBest;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where an earlier attempt left off.
 *
 * @param folder the training state, downloaded
 * @param points of all curves until then
 * @param window what had been measured since the last ones
 * @param best state that had been kept as the best one
 */
record ResumePoint(
    Path folder, List<Measure> points, OpenWindow window, Optional<EarlierBest> best) {

  static Optional<ResumePoint> of(TaskContext context, ObjectStore store) {
    PrefixRef state = context.task().resumeFrom();
    if (state == null) {
      return Optional.empty();
    }
    Path folder = context.workDirectory().resolve("resume");
    ObjectSet.download(store, state, folder);
    return Optional.of(
        new ResumePoint(
            folder,
            CurveFile.read(store, state),
            OpenWindow.read(store, state),
            BestFile.takeOver(store, state, context)));
  }

  /** The curves of a training, which go on where there is something to go on from. */
  static Curves curves(Optional<ResumePoint> resume, long iterations) {
    return new Curves(
        iterations,
        resume.map(ResumePoint::points).orElse(List.of()),
        resume.map(ResumePoint::window).orElse(OpenWindow.none()));
  }
}
