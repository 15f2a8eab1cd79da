package io.mien.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The layout of the MUG database: a take is a sequence of JPEG frames from neutral over the apex in
 * the middle back to neutral. Each shot becomes one take.
 */
final class MugPlanner {

  private static final int FRAMES = 21;

  private MugPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    PictureFormat format =
        new PictureFormat(
            dataset.size(), dataset.size(), PictureFormat.Palette.COLOUR, PictureFormat.Codec.JPEG);
    List<WritePlan.Picture> pictures = new ArrayList<>();
    for (DrawnFace face : dataset.straight("MUG").fitting("MUG", 999, 999).faces()) {
      for (int frame = 0; frame < FRAMES; frame++) {
        pictures.add(new WritePlan.Picture(path(face, frame), face.at(phase(frame)), format));
      }
    }
    return new WritePlan(pictures, Map.of());
  }

  /** 0 at both ends; the full expression is held in the middle half of the take. */
  private static double phase(int frame) {
    double fromMiddle = Math.abs(2.0 * frame / (FRAMES - 1) - 1);
    return Math.min(1, 2 * (1 - fromMiddle));
  }

  private static String path(DrawnFace face, int frame) {
    return String.format(
        Locale.ROOT,
        "subjects3/%s/%s/take%03d/img_%04d.jpg",
        face.subject().substring(2),
        folder(face),
        face.number() - 1,
        frame);
  }

  private static String folder(DrawnFace face) {
    return switch (face.expression()) {
      case NEUTRAL -> "neutral";
      case HAPPY -> "happiness";
      case SAD -> "sadness";
      case SURPRISED -> "surprise";
      case DISGUSTED -> "disgust";
      case ANGRY -> "anger";
      case FEARFUL -> "fear";
    };
  }
}
