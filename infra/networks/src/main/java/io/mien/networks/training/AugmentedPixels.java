package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Images as augmentation changes them, in [-1, 1]. They depend on seed and step alone. Safe for
 * several threads.
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

  /**
   * Writes the images of a part.
   *
   * @param positions of the whole batch's images
   */
  void write(int[] positions, BatchPart part, PixelMemory into) {
    List<RgbImage> batch = IntStream.of(positions).mapToObj(at -> images.get(at).image()).toList();
    write(part.of(batch), part, into);
  }

  /** Writes other pictures in place of a part's images, changed as those are. */
  void write(List<RgbImage> chosen, BatchPart part, PixelMemory into) {
    FloatBuffer values = into.values();
    int size = images.imageSize();
    List<ImageChange> changes = changes(part);
    List<AffineMap> maps =
        part.random(seed, "augmentation/warp")
            .draw(part.size(), random -> AffineMap.draw(augmentation.warp(), size, random));
    List<Optional<Erasing.Rectangle>> erased =
        part.random(seed, "augmentation/erasing")
            .draw(part.size(), random -> augmentation.erasing().draw(size, random));
    for (int i = 0; i < chosen.size(); i++) {
      int start = 3 * size * size * i;
      if (augmentation.warp().used()) {
        warp(chosen.get(i), changes.get(i), maps.get(i), values, start);
      } else {
        put(chosen.get(i), changes.get(i), values, start);
      }
      erased.get(i).ifPresent(rectangle -> erase(rectangle, values, start));
    }
  }

  /**
   * What a step's written images show: a mirrored one shows the labels of the other side.
   *
   * @param positions of the whole batch's images
   */
  List<HeldLabels> labels(int[] positions, long step) {
    List<ImageChange> changes = changes(BatchPart.whole(step, positions.length));
    return IntStream.range(0, positions.length)
        .mapToObj(i -> shown(images.get(positions[i]).labels(), changes.get(i)))
        .toList();
  }

  /** Labels before or after a change: a mirror undoes itself. */
  HeldLabels shown(HeldLabels labels, ImageChange change) {
    return change.mirrored() ? images.labels().mirrored(labels) : labels;
  }

  /** How the images of a part are changed; asked again, the same. */
  List<ImageChange> changes(BatchPart part) {
    return part.random(seed, "augmentation")
        .draw(part.size(), random -> ImageChange.draw(augmentation, random));
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
