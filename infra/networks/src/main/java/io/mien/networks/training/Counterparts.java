package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.Counterpart;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds, for images and the labels they are to get, real pictures of the same people. */
final class Counterparts {
  private final ImageSet images;
  private final BatchPixels pixels;
  private final long seed;
  private final Map<Wanted, List<Integer>> positions = new HashMap<>();

  private record Wanted(String subject, int label) {}

  Counterparts(ImageSet images, int batchSize, Augmentation augmentation, long seed) {
    this.images = images;
    this.pixels = new BatchPixels(images, batchSize, augmentation, seed);
    this.seed = seed;
    for (int at = 0; at < images.size(); at++) {
      LabelledImage image = images.get(at);
      if (!image.subject().isEmpty()) {
        Wanted wanted = new Wanted(image.subject(), image.label());
        positions.computeIfAbsent(wanted, unused -> new ArrayList<>()).add(at);
      }
    }
  }

  /**
   * Counterparts lie where their images lie ({@link CameraAlignment}) and get the same
   * augmentation, because both are drawn by iteration.
   */
  Counterpart of(int[] batch, int[] targets, long iteration, NDManager scope) {
    CounterRandom random = CounterRandom.of(seed, "counterparts", iteration);
    List<RgbImage> chosen = new ArrayList<>();
    float[] known = new float[batch.length];
    for (int i = 0; i < batch.length; i++) {
      String subject = images.get(batch[i]).subject();
      List<Integer> found = positions.getOrDefault(new Wanted(subject, targets[i]), List.of());
      known[i] = found.isEmpty() ? 0 : 1;
      int other = found.isEmpty() ? batch[i] : found.get(random.nextInt(found.size()));
      chosen.add(CameraAlignment.over(images.get(batch[i]), images.get(other)));
    }
    NDArray mask =
        scope.create(FloatBuffer.wrap(known), new Shape(batch.length, 1, 1, 1), DataType.FLOAT32);
    return new Counterpart(pixels.fill(chosen, iteration, scope), mask);
  }
}
