package io.mien.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The layout of the Karolinska Directed Emotional Faces: {@code AF01/AF01ANFL.JPG}. The two
 * sessions are the first two shots, further ones have no name.
 */
final class KdefPlanner {

  private static final double WIDTH_TO_HEIGHT = 562 / 762.0;

  private KdefPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    int width = (int) Math.round(dataset.size() * WIDTH_TO_HEIGHT);
    PictureFormat format =
        new PictureFormat(
            width, dataset.size(), PictureFormat.Palette.COLOUR, PictureFormat.Codec.JPEG);
    List<WritePlan.Picture> pictures = new ArrayList<>();
    for (DrawnFace face : dataset.fitting("KDEF", 99, 2).faces()) {
      pictures.add(new WritePlan.Picture(path(face), face, format));
    }
    return new WritePlan(pictures, Map.of());
  }

  private static String path(DrawnFace face) {
    String session = face.number() == 1 ? "A" : "B";
    String gender = face.attributes().gender() == Gender.FEMALE ? "F" : "M";
    String person = session + gender + face.subject().substring(3);
    return String.format(
        Locale.ROOT, "KDEF/%s/%s%s%s.JPG", person, person, code(face), face.poseClass().kdefCode());
  }

  private static String code(DrawnFace face) {
    return switch (face.expression()) {
      case NEUTRAL -> "NE";
      case HAPPY -> "HA";
      case SAD -> "SA";
      case SURPRISED -> "SU";
      case DISGUSTED -> "DI";
      case ANGRY -> "AN";
      case FEARFUL -> "AF";
    };
  }
}
