package io.mien.train.data;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.label.LabelKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A training set in which every label of an exclusive group is equally frequent: images of the
 * smaller ones come again, none more than once oftener than another of its label. They are the same
 * objects, so that memory stays as it was. The set depends on the given one alone.
 */
public final class BalancedSet {

  /** Decides which images come once more; any fixed number will do. */
  private static final long SEED = 20251;

  private BalancedSet() {}

  /** The same set for independent labels. */
  public static ImageSet of(ImageSet images) {
    if (images.labels().kind() == LabelKind.INDEPENDENT) {
      return images;
    }
    Map<Integer, List<LabelledImage>> byLabel = new TreeMap<>();
    List<LabelledImage> all = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      LabelledImage image = images.get(i);
      byLabel.computeIfAbsent(image.label(), label -> new ArrayList<>()).add(image);
      all.add(image);
    }
    int most = byLabel.values().stream().mapToInt(List::size).max().orElse(0);
    byLabel.values().forEach(some -> all.addAll(again(some, most - some.size())));
    return new ImageSet(images.imageSize(), images.labels(), all);
  }

  /** So many of the images, each before any comes twice. */
  private static List<LabelledImage> again(List<LabelledImage> images, int count) {
    List<LabelledImage> order = new ArrayList<>(images);
    Collections.shuffle(order, new Random(SEED));
    List<LabelledImage> more = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      more.add(order.get(i % order.size()));
    }
    return more;
  }
}
