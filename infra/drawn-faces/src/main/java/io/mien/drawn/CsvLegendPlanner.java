package io.mien.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One folder of pictures and a legend: the only layout that keeps all of the ground truth. */
final class CsvLegendPlanner {

  static final String LEGEND = "legend.csv";

  private static final String HEADER =
      "image,emotion,subject,intensity,undertone,undertone_share,gender,age,skin_tone,"
          + "hair_colour,hair_style,beard,glasses,roll,yaw,seed";

  private CsvLegendPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    PictureFormat format = PictureFormat.square(dataset.size());
    List<WritePlan.Picture> pictures = new ArrayList<>();
    StringBuilder legend = new StringBuilder(HEADER).append(dataset.isPosed() ? ",pose\n" : "\n");
    for (DrawnFace face : dataset.faces()) {
      String pose = dataset.isPosed() ? face.poseClass().label() : "";
      String path = path(face, pose);
      pictures.add(new WritePlan.Picture(path, face, format));
      legend.append(row(face, path)).append(pose.isEmpty() ? "" : "," + pose).append('\n');
    }
    return new WritePlan(pictures, Map.of(LEGEND, legend.toString()));
  }

  private static String path(DrawnFace face, String pose) {
    return String.format(
        Locale.ROOT,
        "images/%s_%s_%02d%s.png",
        face.subject(),
        face.expression().label(),
        face.number(),
        pose.isEmpty() ? "" : "_" + pose);
  }

  private static String row(DrawnFace face, String path) {
    Attributes known = face.attributes();
    Feeling feeling = face.feeling();
    return String.join(
        ",",
        path,
        face.expression().label(),
        face.subject(),
        decimal(face.intensity()),
        feeling.undertoneShare() > 0 ? feeling.undertone().label() : "",
        decimal(feeling.undertoneShare()),
        name(known.gender()),
        Integer.toString(known.age()),
        name(known.skinTone()),
        name(known.hair().colour()),
        name(known.hair().style()),
        name(known.beard()),
        Boolean.toString(known.glasses()),
        decimal(face.pose().roll()),
        decimal(face.pose().yaw()),
        Long.toString(face.seed()));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
