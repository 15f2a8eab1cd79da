package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.List;

/** Pictures whose labels show as a bright mark on the left, on the right, on both sides or none. */
final class Markers {
  static final LabelGroup SIDES = LabelGroup.exclusive("pose", List.of("left", "right"));
  static final LabelGroup MARKS =
      LabelGroup.independent("attributes", List.of("mark-left", "mark-right", "none"), List.of());

  private static final int DARK = 60;
  private static final int BRIGHT = 200;

  private Markers() {}

  /** Two pictures of each person, marked on either side. */
  static ImageSet sides(int people, int size) {
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < 2 * people; i++) {
      HeldLabels side = HeldLabels.of(i % 2);
      images.add(new LabelledImage(draw(side, size, i / 2), side, "person-" + i / 2, null));
    }
    return new ImageSet(size, SIDES, images);
  }

  /** Four pictures of each person, with every combination of marks. */
  static ImageSet marks(int people, int size) {
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < 4 * people; i++) {
      List<String> held = new ArrayList<>();
      if (i % 2 == 1) {
        held.add("mark-left");
      }
      if (i / 2 % 2 == 1) {
        held.add("mark-right");
      }
      HeldLabels marks = MARKS.held(held.isEmpty() ? List.of("none") : held);
      images.add(new LabelledImage(draw(marks, size, i / 4), marks, "person-" + i / 4, null));
    }
    return new ImageSet(size, MARKS, images);
  }

  private static RgbImage draw(HeldLabels marks, int size, int person) {
    byte[] rgb = new byte[3 * size * size];
    for (int i = 0; i < rgb.length; i++) {
      int side = i / 3 % size < size / 2 ? 0 : 1;
      rgb[i] = (byte) ((marks.holds(side) ? BRIGHT : DARK) + person);
    }
    return new RgbImage(size, size, rgb);
  }

  /** The marks that image i of (N, 3, S, S) shows. */
  static HeldLabels seen(NDArray images, int i) {
    long size = images.getShape().get(3);
    List<Integer> seen = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      String half = side == 0 ? ":" + size / 2 : size / 2 + ":";
      try (NDArray part = images.get("%d, :, :, %s".formatted(i, half));
          NDArray mean = part.mean()) {
        if (mean.getFloat() > 0) {
          seen.add(side);
        }
      }
    }
    return new HeldLabels(seen.isEmpty() ? List.of(2) : seen);
  }
}
