package io.mien.drawn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The layout of CelebA: numbered JPEGs, a table of attributes as 1 and -1, identities, and a
 * partition by person (four fifths train, the rest halved). The table has the attributes that a
 * drawn person has, not all 40; poses are not among them.
 */
final class CelebaPlanner {

  private static final double WIDTH_TO_HEIGHT = 178 / 218.0;
  private static final int YOUNG_UNTIL = 40;

  private static final Map<String, Predicate<DrawnFace>> ATTRIBUTES = attributes();

  private CelebaPlanner() {}

  static WritePlan plan(DrawnDataset dataset) {
    int width = (int) Math.round(dataset.size() * WIDTH_TO_HEIGHT);
    PictureFormat format =
        new PictureFormat(
            width, dataset.size(), PictureFormat.Palette.COLOUR, PictureFormat.Codec.JPEG);
    List<DrawnFace> faces = dataset.faces();
    List<WritePlan.Picture> pictures = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    table
        .append(faces.size())
        .append('\n')
        .append(String.join(" ", ATTRIBUTES.keySet()))
        .append('\n');
    StringBuilder identities = new StringBuilder();
    StringBuilder partition = new StringBuilder();
    for (int i = 0; i < faces.size(); i++) {
      DrawnFace face = faces.get(i);
      String name = String.format(Locale.ROOT, "%06d.jpg", i + 1);
      int person = Integer.parseInt(face.subject().substring(1));
      pictures.add(new WritePlan.Picture("img_align_celeba/" + name, face, format));
      table.append(name).append(row(face)).append('\n');
      identities.append(name).append(' ').append(person).append('\n');
      partition.append(name).append(' ').append(part(person)).append('\n');
    }
    return new WritePlan(
        pictures,
        Map.of(
            "list_attr_celeba.txt", table.toString(),
            "identity_CelebA.txt", identities.toString(),
            "list_eval_partition.txt", partition.toString()));
  }

  /** As in the original, numbers take three places: {@code 000001.jpg -1 1 …}. */
  private static String row(DrawnFace face) {
    StringBuilder row = new StringBuilder();
    ATTRIBUTES.values().forEach(is -> row.append(is.test(face) ? "  1" : " -1"));
    return row.toString();
  }

  private static int part(int person) {
    return switch (person % 10) {
      case 9 -> 1;
      case 0 -> 2;
      default -> 0;
    };
  }

  private static Map<String, Predicate<DrawnFace>> attributes() {
    Map<String, Predicate<DrawnFace>> all = new LinkedHashMap<>();
    all.put("Bald", face -> style(face) == HairStyle.BALD);
    all.put("Bangs", face -> style(face) == HairStyle.FRINGE);
    all.put("Black_Hair", face -> has(face, HairColour.BLACK));
    all.put("Blond_Hair", face -> has(face, HairColour.BLOND));
    all.put("Brown_Hair", face -> has(face, HairColour.BROWN));
    all.put("Eyeglasses", face -> face.attributes().glasses());
    all.put("Goatee", face -> face.attributes().beard() == Beard.GOATEE);
    all.put("Gray_Hair", face -> has(face, HairColour.GREY));
    all.put("Male", face -> face.attributes().gender() == Gender.MALE);
    all.put("Mustache", face -> face.attributes().beard() == Beard.MOUSTACHE);
    all.put("No_Beard", face -> face.attributes().beard() == Beard.NONE);
    all.put("Smiling", face -> face.expression() == Expression.HAPPY);
    all.put("Wavy_Hair", face -> style(face) == HairStyle.LONG_WAVY);
    all.put("Young", face -> face.attributes().age() <= YOUNG_UNTIL);
    return all;
  }

  private static HairStyle style(DrawnFace face) {
    return face.attributes().hair().style();
  }

  private static boolean has(DrawnFace face, HairColour colour) {
    return style(face) != HairStyle.BALD && face.attributes().hair().colour() == colour;
  }
}
