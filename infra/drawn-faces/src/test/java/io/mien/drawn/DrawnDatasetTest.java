package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DrawnDatasetTest {

  @Test
  void everyPersonShowsEveryExpressionEquallyOften() {
    List<DrawnFace> faces = DrawnDataset.of(3, 2).faces();

    assertThat(faces).hasSize(3 * 7 * 2);
    assertThat(
            faces.stream()
                .collect(
                    Collectors.groupingBy(
                        face -> face.subject() + face.expression(), Collectors.counting())))
        .hasSize(21)
        .allSatisfy((who, count) -> assertThat(count).isEqualTo(2));
  }

  @Test
  void largerDatasetContainsTheSmallerOne() {
    assertThat(DrawnDataset.of(4, 3).faces()).containsAll(DrawnDataset.of(2, 2).faces());
  }

  @Test
  void anotherSeedMeansOtherPeople() {
    List<Identity> ours = DrawnDataset.of(5, 1).faces().stream().map(DrawnFace::identity).toList();

    assertThat(DrawnDataset.of(5, 1).withSeed(2).faces())
        .extracting(DrawnFace::identity)
        .doesNotContainAnyElementsOf(ours);
  }

  @Test
  void intensityStaysInItsRangeAndNeutralHasNone() {
    List<DrawnFace> faces = DrawnDataset.of(20, 2).withIntensity(.3, .6).faces();

    assertThat(faces)
        .allSatisfy(
            face -> {
              if (face.expression() == Expression.NEUTRAL) {
                assertThat(face.intensity()).isZero();
              } else {
                assertThat(face.intensity()).isBetween(.3, .6);
              }
            });
  }

  @Test
  void blendedFacesHaveAnotherExpressionAsUndertone() {
    List<DrawnFace> faces = DrawnDataset.of(20, 2).withBlend(.4).faces();

    assertThat(faces)
        .filteredOn(face -> face.expression() != Expression.NEUTRAL)
        .extracting(DrawnFace::feeling)
        .allSatisfy(
            feeling -> {
              assertThat(feeling.undertone()).isNotIn(feeling.expression(), Expression.NEUTRAL);
              assertThat(feeling.undertoneShare()).isBetween(0.0, .4);
            });
  }

  @Test
  void datasetWithoutPeopleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DrawnDataset.of(0, 1))
        .withMessageContaining("1 to 9999 people");
  }
}
