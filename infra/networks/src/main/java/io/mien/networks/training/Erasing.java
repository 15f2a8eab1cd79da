package io.mien.networks.training;

import io.mien.networks.random.CounterRandom;
import java.util.Optional;

/**
 * Random erasing (Zhong et al. 2020): a rectangle of an image becomes mid-grey, so that a network
 * looks at more than one part of a face.
 *
 * @param probability that an image is touched
 * @param largestArea largest share of the image, at least {@value #SMALLEST_AREA}; sides differ by
 *     a factor of 3.3 at most
 */
public record Erasing(double probability, double largestArea) {
  private static final double SMALLEST_AREA = 0.02;
  private static final double LONGEST = 3.3;
  private static final int TRIES = 10;

  public Erasing {
    boolean area = largestArea >= SMALLEST_AREA && largestArea < 1;
    if (!(probability >= 0 && probability <= 1) || (probability > 0 && !area)) {
      throw new IllegalArgumentException(
          "Erasing needs a probability in [0, 1] and an area in [%s, 1); found %s, %s."
              .formatted(SMALLEST_AREA, probability, largestArea));
    }
  }

  public static Erasing none() {
    return new Erasing(0, SMALLEST_AREA);
  }

  /** A rectangle within the image. */
  record Rectangle(int left, int top, int width, int height) {}

  /** The rectangle to erase, when this image is touched and one of the tries fits. */
  Optional<Rectangle> draw(int size, CounterRandom random) {
    if (random.nextDouble() >= probability) {
      return Optional.empty();
    }
    for (int i = 0; i < TRIES; i++) {
      double area = SMALLEST_AREA + (largestArea - SMALLEST_AREA) * random.nextDouble();
      double ratio = Math.exp(Math.log(LONGEST) * (2 * random.nextDouble() - 1));
      int width = (int) Math.round(size * Math.sqrt(area * ratio));
      int height = (int) Math.round(size * Math.sqrt(area / ratio));
      if (width > 0 && height > 0 && width < size && height < size) {
        int left = random.nextInt(size - width + 1);
        return Optional.of(new Rectangle(left, random.nextInt(size - height + 1), width, height));
      }
    }
    return Optional.empty();
  }
}
