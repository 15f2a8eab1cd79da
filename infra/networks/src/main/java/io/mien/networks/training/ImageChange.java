package io.mien.networks.training;

import io.mien.networks.random.CounterRandom;

/**
 * One image's drawn change.
 *
 * @param mirrored left and right, and with them the labels that name a side
 */
record ImageChange(boolean mirrored, int right, int down, float gain, float offset) {
  private static final float HALF = 127.5f;

  static ImageChange draw(Augmentation augmentation, CounterRandom random) {
    boolean mirrored = random.nextBoolean() && augmentation.flip();
    int shift = augmentation.shift();
    return new ImageChange(
        mirrored,
        random.nextInt(2 * shift + 1) - shift,
        random.nextInt(2 * shift + 1) - shift,
        (float) (1 + augmentation.contrast() * (2 * random.nextDouble() - 1)),
        (float) (augmentation.brightness() * (2 * random.nextDouble() - 1)));
  }

  float colour(float level) {
    float value = gain * (level / HALF - 1) + offset;
    return Math.max(-1, Math.min(1, value));
  }
}
