package io.mien.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SsimTest {

  private static final int SIZE = 16;

  @Test
  void equalImagesAreOneHundredPercentSimilar() {
    float[] image = ramp();

    assertThat(Ssim.of(image, image, SIZE, SIZE)).isCloseTo(1, within(1e-9));
  }

  @Test
  void constantImagesDifferByTheLuminanceTermAlone() {
    float[] dark = constant(0.2f);
    float[] bright = constant(0.6f);

    // Without variance the contrast and structure terms are 1, which leaves (2ab + C1) / (a² + b² +
    // C1).
    double expected = (2 * 0.2 * 0.6 + 1e-4) / (0.04 + 0.36 + 1e-4);
    assertThat(Ssim.of(dark, bright, SIZE, SIZE)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void invertedImageIsNegativelySimilar() {
    float[] image = ramp();
    float[] inverted = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      inverted[i] = 1 - image[i];
    }

    assertThat(Ssim.of(image, inverted, SIZE, SIZE)).isNegative();
  }

  @Test
  void imagesSmallerThanTheWindowAreRefused() {
    assertThatThrownBy(() -> Ssim.of(new float[100], new float[100], 10, 10))
        .hasMessageContaining("at least 11 pixels");
  }

  private static float[] ramp() {
    float[] image = new float[SIZE * SIZE];
    for (int i = 0; i < image.length; i++) {
      image[i] = (i % SIZE) / (float) (SIZE - 1) * 0.5f + (i / SIZE) / (float) (SIZE - 1) * 0.5f;
    }
    return image;
  }

  private static float[] constant(float value) {
    float[] image = new float[SIZE * SIZE];
    java.util.Arrays.fill(image, value);
    return image;
  }
}
