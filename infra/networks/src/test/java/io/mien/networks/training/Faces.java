package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;

/** Small pictures whose label shows as a bright stripe, enough for a network to learn from. */
final class Faces {
  static final LabelGroup LABELS = LabelGroup.exclusive(List.of("neutral", "happy", "sad"));

  private Faces() {}

  static ImageSet set(int count, int size, long seed) {
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RgbImage image = image(i % 3, size, CounterRandom.of(seed, "face", i));
      images.add(new LabelledImage(image, i % 3, "person-" + i / 3));
    }
    return new ImageSet(size, LABELS, images);
  }

  private static RgbImage image(int label, int size, CounterRandom random) {
    byte[] rgb = new byte[3 * size * size];
    for (int i = 0; i < rgb.length; i++) {
      boolean stripe = (i / (3 * size)) * 3 / size == label;
      rgb[i] = (byte) ((stripe ? 170 : 40) + random.nextInt(60));
    }
    return new RgbImage(size, size, rgb);
  }
}
