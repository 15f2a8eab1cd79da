package io.mien.ingest.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.Rejection;
import org.junit.jupiter.api.Test;

class ImageLimitsTest {

  private final ImageLimits limits = new ImageLimits(1000, 40_000_000, 16);

  @Test
  void acceptsWhatIsWithinThem() {
    assertThatCode(() -> limits.check(header(8000, 5000))).doesNotThrowAnyException();
    assertThatCode(() -> limits.check(header(16, 16))).doesNotThrowAnyException();
    assertThatCode(() -> limits.checkSize(1000)).doesNotThrowAnyException();
  }

  @Test
  void refusesABombByItsHeader() {
    assertThatThrownBy(() -> limits.check(header(65_535, 65_535)))
        .isInstanceOf(PictureRefused.class)
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.TOO_LARGE);
  }

  @Test
  void refusesTheTinyTheHugeAndTheEmpty() {
    assertThatThrownBy(() -> limits.check(header(15, 300)))
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.TOO_SMALL);
    assertThatThrownBy(() -> limits.checkSize(1001))
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.TOO_LARGE);
    assertThatThrownBy(() -> limits.checkSize(0))
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(Rejection.Code.EMPTY_FILE);
  }

  private static ImageHeader header(int width, int height) {
    return new ImageHeader(ImageFormat.PNG, width, height, ImageHeader.Transparency.OPAQUE);
  }
}
