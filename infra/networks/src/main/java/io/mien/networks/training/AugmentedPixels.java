package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.random.CounterRandom;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images as augmentation changes them, in [-1, 1]. They depend on seed and iteration alone. Safe
 * for several threads.
 */
final class AugmentedPixels {
  private final ImageSet images;
  private final Augmentation augmentation;
  private final long seed;

  AugmentedPixels(ImageSet images, Augmentation augmentation, long seed) {
    this.images = images;
    this.augmentation = augmentation;
    this.seed = seed;
  }

  void write(int[] positions, long iteration, PixelMemory into) {
    write(IntStream.of(positions).mapToObj(at -> images.get(at).image()).toList(), iteration, into);
  }

  void write(List<RgbImage> chosen, long iteration, PixelMemory into) {
    FloatBuffer values = into.values();
    List<ImageChange> changes = changes(chosen.size(), iteration);
    CounterRandom warps = CounterRandom.of(seed, "augmentation/warp", iteration);
    CounterRandom erasures = CounterRandom.of(seed, "augmentation/erasing", iteration);
    int size = images.imageSize();
    for (int i = 0; i < chosen.size(); i++) {
      ImageChange change = changes.get(i);
      RgbImage image = chosen.get(i);
      int start = 3 * size * size * i;
      if (augmentation.warp().used()) {
        warp(image, change, AffineMap.draw(augmentation.warp(), size, warps), values, start);
      } else {
        put(image, change, values, start);
      }
      augmentation.erasing().draw(size, erasures).ifPresent(part -> erase(part, values, start));
    }
  }

  /** What written images show: a mirrored one shows the labels of the other side. */
  List<HeldLabels> labels(int[] positions, long iteration) {
    List<ImageChange> changes = changes(positions.length, iteration);
    return IntStream.range(0, positions.length)
        .mapToObj(i -> shown(images.get(positions[i]).labels(), changes.get(i)))
        .toList();
  }

  /** Labels before or after a change: a mirror undoes itself. */
  HeldLabels shown(HeldLabels labels, ImageChange change) {
    return change.mirrored() ? images.labels().mirrored(labels) : labels;
  }

  List<ImageChange> changes(int count, long iteration) {
    return ImageChange.draw(augmentation, seed, iteration, count);
  }

  private static void put(RgbImage image, ImageChange change, FloatBuffer values, int start) {
    int size = image.width();
    byte[] rgb = image.rgb();
    for (int y = 0; y < size; y++) {
      int row = clamp(y + change.down(), size) * size;
      for (int x = 0; x < size; x++) {
        int column = clamp(x + change.right(), size);
        int from = 3 * (row + (change.mirrored() ? size - 1 - column : column));
        int to = start + y * size + x;
        values.put(to, change.colour(rgb[from] & 0xFF));
        values.put(to + size * size, change.colour(rgb[from + 1] & 0xFF));
        values.put(to + 2 * size * size, change.colour(rgb[from + 2] & 0xFF));
      }
    }
  }

  private static void warp(
      RgbImage image, ImageChange change, AffineMap map, FloatBuffer values, int start) {
    int size = image.width();
    BilinearPixels pixels = new BilinearPixels(image);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double column = map.column(x, y) + change.right();
        pixels.moveTo(
            change.mirrored() ? size - 1 - column : column, map.row(x, y) + change.down());
        int to = start + y * size + x;
        for (int channel = 0; channel < 3; channel++) {
          values.put(to + channel * size * size, change.colour(pixels.level(channel)));
        }
      }
    }
  }

  private void erase(Erasing.Rectangle part, FloatBuffer values, int start) {
    int size = images.imageSize();
    for (int channel = 0; channel < 3; channel++) {
      for (int y = part.top(); y < part.top() + part.height(); y++) {
        int row = start + (channel * size + y) * size;
        for (int x = part.left(); x < part.left() + part.width(); x++) {
          values.put(row + x, 0);
        }
      }
    }
  }

  private static int clamp(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }
}
