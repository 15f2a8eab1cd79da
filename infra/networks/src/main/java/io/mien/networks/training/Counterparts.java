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
 * and agree with the image in every other group of labels that is known of both: what only one of
 * them tells keeps nobody apart.
 */
final class Counterparts {
  private static final int NOBODY = -1;

  private final ImageSet images;
  private final AugmentedPixels pixels;
  private final LabelsElsewhere elsewhere;
  private final long seed;
  private final Map<Wanted, List<Integer>> positions = new HashMap<>();

  private record Wanted(String subject, HeldLabels labels) {}

  Counterparts(TrainingSets sets, int set, AugmentedPixels pixels, long seed) {
    this.images = sets.get(set);
    this.pixels = pixels;
    this.elsewhere = LabelsElsewhere.of(sets, set);
    this.seed = seed;
    for (int at = 0; at < images.size(); at++) {
      LabelledImage image = images.get(at);
      if (!image.subject().isEmpty()) {
        Wanted wanted = new Wanted(image.subject(), image.labels());
        positions.computeIfAbsent(wanted, unused -> new ArrayList<>()).add(at);
      }
    }
  }

  /**
   * Writes counterparts, which lie where their images lie ({@link CameraAlignment}) and get the
   * same augmentation, because both are drawn by step. A mirrored one shows its target when the
   * picture shows the target's other side.
   *
   * @param batch positions of the whole batch's images
   * @param targets what these are to show after augmentation
   * @return 1 for every image of the part that has a counterpart, else 0
   */
  float[] write(int[] batch, List<HeldLabels> targets, BatchPart part, PixelMemory into) {
    List<Integer> found = part.of(find(batch, targets, part.step()));
    List<RgbImage> chosen = new ArrayList<>();
    float[] known = new float[found.size()];
    for (int i = 0; i < known.length; i++) {
      LabelledImage own = images.get(batch[part.start() + i]);
      int at = found.get(i);
      known[i] = at == NOBODY ? 0 : 1;
      chosen.add(CameraAlignment.over(own, at == NOBODY ? own : images.get(at)));
    }
    pixels.write(chosen, part, into);
    return known;
  }

  /** For each image of a batch the position of its counterpart, or {@link #NOBODY}. */
  private List<Integer> find(int[] batch, List<HeldLabels> targets, long step) {
    CounterRandom random = CounterRandom.of(seed, "counterparts", step);
    List<ImageChange> changes = pixels.changes(BatchPart.whole(step, batch.length));
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < batch.length; i++) {
      LabelledImage image = images.get(batch[i]);
      List<Integer> fitting = fitting(image, pixels.shown(targets.get(i), changes.get(i)));
      found.add(fitting.isEmpty() ? NOBODY : fitting.get(random.nextInt(fitting.size())));
    }
    return found;
  }

  private List<Integer> fitting(LabelledImage image, HeldLabels labels) {
    Wanted wanted = new Wanted(image.subject(), labels);
    return positions.getOrDefault(wanted, List.of()).stream()
        .filter(at -> elsewhere.agree(image.image(), images.get(at).image()))
        .toList();
  }
}
