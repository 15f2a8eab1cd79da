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
          + "hair_colour,hair_style,beard,glasses,roll,yaw,seed\n";

  private CsvLegendPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    PictureFormat format = PictureFormat.square(dataset.size());
    List<WritePlan.Picture> pictures = new ArrayList<>();
    StringBuilder legend = new StringBuilder(HEADER);
    for (DrawnFace face : dataset.faces()) {
      pictures.add(new WritePlan.Picture(path(face), face, format));
      legend.append(row(face));
    }
    return new WritePlan(pictures, Map.of(LEGEND, legend.toString()));
  }

  private static String path(DrawnFace face) {
    return String.format(
        Locale.ROOT,
        "images/%s_%s_%02d.png",
        face.subject(),
        face.expression().label(),
        face.number());
  }

  private static String row(DrawnFace face) {
    Attributes known = face.attributes();
    Feeling feeling = face.feeling();
    return String.join(
            ",",
            path(face),
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
            Long.toString(face.seed()))
        + "\n";
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
