package io.mien.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The extended Cohn-Kanade layout: grey sequences that rise from neutral to a labelled peak. Each
 * shot becomes one sequence; as in the original, neutral is no sequence of its own.
 */
final class CkPlusPlanner {

  private static final int FRAMES = 8;
  private static final double HEIGHT_TO_WIDTH = 490 / 640.0;

  private CkPlusPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    int height = (int) Math.round(dataset.size() * HEIGHT_TO_WIDTH);
    PictureFormat format =
        new PictureFormat(
            dataset.size(), height, PictureFormat.Palette.GREY, PictureFormat.Codec.PNG);
    List<WritePlan.Picture> pictures = new ArrayList<>();
    Map<String, String> labels = new TreeMap<>();
    for (DrawnFace face : dataset.straight("CK+").fitting("CK+", 999, 166).faces()) {
      if (face.expression() != Expression.NEUTRAL) {
        for (int frame = 1; frame <= FRAMES; frame++) {
          String path = "cohn-kanade-images/" + path(face, dataset, frame) + ".png";
          pictures.add(new WritePlan.Picture(path, face.at(phase(frame)), format));
        }
        labels.put("Emotion/" + path(face, dataset, FRAMES) + "_emotion.txt", label(face));
      }
    }
    return new WritePlan(pictures, labels);
  }

  /** From 0 at the first frame to 1 at the last. */
  private static double phase(int frame) {
    return (frame - 1) / (double) (FRAMES - 1);
  }

  private static String path(DrawnFace face, DrawnDataset dataset, int frame) {
    String subject = "S" + face.subject().substring(2);
    int sequence = (face.expression().ordinal() - 1) * dataset.shotsPerExpression() + face.number();
    return String.format(
        Locale.ROOT, "%s/%03d/%s_%03d_%08d", subject, sequence, subject, sequence, frame);
  }

  private static String label(DrawnFace face) {
    int code =
        switch (face.expression()) {
          case NEUTRAL -> 0;
          case ANGRY -> 1;
          case DISGUSTED -> 3;
          case FEARFUL -> 4;
          case HAPPY -> 5;
          case SAD -> 6;
          case SURPRISED -> 7;
        };
    return "   " + code + ".0000000e+00\n";
  }
}
