package io.mien.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.networks.image.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistinctFacesTest {
  @Test
  void anImageAskedForSeveralTimesIsOneFace() {
    // Given
    RgbImage first = new RgbImage(1, 1, new byte[3]);
    RgbImage second = new RgbImage(1, 1, new byte[3]);
    // When
    DistinctFaces faces = DistinctFaces.of(List.of(second, second, first, second));
    // Then
    assertThat(faces.images()).containsExactly(second, first);
    assertThat(faces.indices()).containsExactly(0, 0, 1, 0);
  }
}
