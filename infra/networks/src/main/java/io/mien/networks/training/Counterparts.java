package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.random.CounterRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, for images and the labels they are to get, real pictures of the same people that show them
 * and agree with the image in every other group of labels that is known of both.
 */
final class Counterparts {
  private final ImageSet images;
  private final AugmentedPixels pixels;
  private final LabelsElsewhere elsewhere;
  private final long seed;
  private final Map<Wanted, List<Integer>> positions = new HashMap<>();

  private record Wanted(String subject, HeldLabels labels, Map<String, HeldLabels> elsewhere) {}

  Counterparts(TrainingSets sets, int set, AugmentedPixels pixels, long seed) {
    this.images = sets.get(set);
    this.pixels = pixels;
    this.elsewhere = LabelsElsewhere.of(sets, set);
    this.seed = seed;
    for (int at = 0; at < images.size(); at++) {
      LabelledImage image = images.get(at);
      if (!image.subject().isEmpty()) {
        Wanted wanted = wanted(image, image.labels());
        positions.computeIfAbsent(wanted, unused -> new ArrayList<>()).add(at);
      }
    }
  }

  private Wanted wanted(LabelledImage image, HeldLabels labels) {
    return new Wanted(image.subject(), labels, elsewhere.of(image.image()));
  }

  /**
   * Writes counterparts, which lie where their images lie ({@link CameraAlignment}) and get the
   * same augmentation, because both are drawn by iteration. A mirrored one shows its target when
   * the picture shows the target's other side.
   *
   * @param targets what the images are to show after augmentation
   * @return 1 for every image that has a counterpart, else 0
   */
  float[] write(int[] batch, List<HeldLabels> targets, long iteration, PixelMemory into) {
    CounterRandom random = CounterRandom.of(seed, "counterparts", iteration);
    List<ImageChange> changes = pixels.changes(batch.length, iteration);
    List<RgbImage> chosen = new ArrayList<>();
    float[] known = new float[batch.length];
    for (int i = 0; i < batch.length; i++) {
      LabelledImage image = images.get(batch[i]);
      HeldLabels before = pixels.shown(targets.get(i), changes.get(i));
      List<Integer> found = positions.getOrDefault(wanted(image, before), List.of());
      known[i] = found.isEmpty() ? 0 : 1;
      int other = found.isEmpty() ? batch[i] : found.get(random.nextInt(found.size()));
      chosen.add(CameraAlignment.over(image, images.get(other)));
    }
    pixels.write(chosen, iteration, into);
    return known;
  }
}
