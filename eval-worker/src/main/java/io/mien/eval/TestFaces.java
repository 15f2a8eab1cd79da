package io.mien.eval;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.CropReader;
import io.mien.store.dataset.PreparedDataset;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** The labelled test crops of a dataset, in memory: the people that no network has seen. */
record TestFaces(List<TestFace> faces) {

  /**
   * One of them.
   *
   * @param expression canonical label of the group that is judged
   */
  record TestFace(String key, String subject, String expression, RgbImage image) {}

  /**
   * @param group whose labels are judged, expressions or poses
   */
  static TestFaces read(PreparedDataset dataset, String group, TaskContext context) {
    ProgressMeter meter =
        new ProgressMeter(
            context::progress, "read test faces", "images", dataset.crops(Split.TEST));
    List<TestFace> faces = new ArrayList<>();
    try (CropReader reader = dataset.read(Split.TEST)) {
      while (reader.hasNext()) {
        context.throwIfStopping();
        Crop crop = reader.next();
        crop.record()
            .label(group)
            .ifPresent(
                label ->
                    faces.add(
                        new TestFace(
                            crop.record().key(),
                            crop.record().subject(),
                            label,
                            Png.decode(crop.png()))));
        meter.advance(1);
      }
    }
    if (faces.isEmpty()) {
      throw new InvalidInput(
          "split-empty",
          "Evaluate on the test part of dataset %s: it has no labelled crop. It needs more people, or another split."
              .formatted(dataset.manifest().name()));
    }
    return new TestFaces(List.copyOf(faces));
  }

  List<RgbImage> images() {
    return faces.stream().map(TestFace::image).toList();
  }

  /** Every expression that occurs, in the order of the faces. */
  List<String> expressions() {
    return faces.stream().map(TestFace::expression).distinct().toList();
  }

  int subjects() {
    return (int) faces.stream().map(TestFace::subject).distinct().count();
  }
}
