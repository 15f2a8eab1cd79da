package io.mien.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder for each expression; the subject is the first part of the file's name. */
final class ImageFolderPlanner {

  private ImageFolderPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    PictureFormat format = PictureFormat.square(dataset.size());
    List<WritePlan.Picture> pictures = new ArrayList<>();
    for (DrawnFace face : dataset.faces()) {
      pictures.add(new WritePlan.Picture(path(dataset, face), face, format));
    }
    return new WritePlan(pictures, Map.of());
  }

  private static String path(DrawnDataset dataset, DrawnFace face) {
    String pose = dataset.isPosed() ? "_" + face.poseClass().label() : "";
    return String.format(
        Locale.ROOT,
        "%s/%s_%02d%s.png",
        face.expression().label(),
        face.subject(),
        face.number(),
        pose);
  }
}
