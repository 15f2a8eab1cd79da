package io.mien.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The layout of the Radboud Faces Database: everything is in the name. Only the frontal camera
 * (090) and adults are drawn; the shots are the three directions of gaze, and further ones have no
 * name.
 */
final class RafdPlanner {

  private static final double WIDTH_TO_HEIGHT = 681 / 1024.0;

  private RafdPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    int width = (int) Math.round(dataset.size() * WIDTH_TO_HEIGHT);
    PictureFormat format =
        new PictureFormat(
            width, dataset.size(), PictureFormat.Palette.COLOUR, PictureFormat.Codec.JPEG);
    List<WritePlan.Picture> pictures = new ArrayList<>();
    for (DrawnFace face : dataset.straight("RaFD").fitting("RaFD", 99, 1).faces()) {
      pictures.add(new WritePlan.Picture(path(face), face, format));
    }
    return new WritePlan(pictures, Map.of());
  }

  private static String path(DrawnFace face) {
    return String.format(
        Locale.ROOT,
        "Rafd090_%s_Caucasian_%s_%s_frontal.jpg",
        face.subject().substring(3),
        face.attributes().gender().name().toLowerCase(Locale.ROOT),
        face.expression().label());
  }
}
