package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
  private static final RgbImage IMAGE = new RgbImage(1, 1, new byte[3]);

  /** Three neutral faces, one happy, none sad. */
  private static final ImageSet FACES =
      new ImageSet(
          1,
          Faces.LABELS,
          List.of(
              new LabelledImage(IMAGE, 0),
              new LabelledImage(IMAGE, 0),
              new LabelledImage(IMAGE, 1),
              new LabelledImage(IMAGE, 0)));

  @Test
  void inverseFrequencyGivesEveryLabelTheSameTotal() {
    double[] weights = new ClassWeights(ClassWeights.Kind.INVERSE_FREQUENCY, Map.of()).of(FACES);

    assertThat(3 * weights[0]).isEqualTo(2);
    assertThat(weights[1]).isEqualTo(2);
    assertThat(weights[2]).isEqualTo(1);
  }

  @Test
  void explicitWeightsLeaveTheOthersAtOne() {
    ClassWeights weights = new ClassWeights(ClassWeights.Kind.EXPLICIT, Map.of("happy", 2.5));

    assertThat(weights.of(FACES)).containsExactly(1, 2.5, 1);
    assertThat(ClassWeights.none().of(FACES)).containsExactly(1, 1, 1);
  }

  @Test
  void refusesUnknownLabelsAndSenselessWeights() {
    ClassWeights unknown = new ClassWeights(ClassWeights.Kind.EXPLICIT, Map.of("smug", 2.0));

    assertThatThrownBy(() -> unknown.of(FACES))
        .hasMessageContaining("Unknown label 'smug'")
        .hasMessageContaining("neutral, happy, sad");
    assertThatThrownBy(() -> new ClassWeights(ClassWeights.Kind.EXPLICIT, Map.of("sad", 0.0)))
        .hasMessageContaining("must be positive");
    assertThatThrownBy(() -> new ClassWeights(ClassWeights.Kind.NONE, Map.of("sad", 2.0)))
        .hasMessageContaining("use the kind 'explicit'");
  }
}
