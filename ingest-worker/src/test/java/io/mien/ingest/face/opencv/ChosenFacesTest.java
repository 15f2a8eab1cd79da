package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.PictureRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenFacesTest {

  private static final FoundFace PROMINENT = new FoundFace(new Box(30, 20, 50, 50));
  private static final FoundFace LARGE = new FoundFace(new Box(0, 0, 60, 60));
  private static final FoundFace MIDDLE = new FoundFace(new Box(90, 40, 20, 20));
  private static final List<FoundFace> FACES = List.of(PROMINENT, LARGE, MIDDLE);

  @Test
  void eachChoiceTakesItsFace() {
    assertThat(chosen(FaceChoice.PROMINENT)).containsExactly(PROMINENT);
    assertThat(chosen(FaceChoice.LARGEST)).containsExactly(LARGE);
    assertThat(chosen(FaceChoice.CENTRAL)).containsExactly(MIDDLE);
    assertThat(chosen(FaceChoice.ALL)).isEqualTo(FACES);
  }

  @Test
  void aSingleFaceMustBeTheOnlyOne() {
    PictureRefused refused =
        catchThrowableOfType(PictureRefused.class, () -> chosen(FaceChoice.SINGLE));

    assertThat(refused.code()).isEqualTo(Rejection.Code.SEVERAL_FACES);
    assertThat(refused.detail()).startsWith("3 faces were found");
    assertThat(ChosenFaces.of(List.of(LARGE), FaceChoice.SINGLE, 200, 100)).containsExactly(LARGE);
  }

  private static List<FoundFace> chosen(FaceChoice choice) {
    return ChosenFaces.of(FACES, choice, 200, 100);
  }
}
