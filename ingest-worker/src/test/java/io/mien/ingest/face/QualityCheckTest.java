package io.mien.ingest.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.QualityLimits;
import io.mien.contracts.dataset.Rejection.Code;
import io.mien.ingest.image.PictureRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityCheckTest {

  private static final FaceCrop CROP =
      new FaceCrop(
          new byte[0],
          new FaceBox(0, 0, 60, 60, -12.5),
          new CropQuality(900, 100, 0.5, 60.0, 80.25, 0.125, "0000000000000000", null));

  @Test
  void withoutLimitsNothingIsRefused() {
    assertThatCode(() -> new QualityCheck(QualityLimits.NONE).check(CROP))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsAtTheLimitIsKept() {
    QualityLimits limits = new QualityLimits(60.0, 80.25, 100.0, 100.0, 0.125, 12.5);

    assertThatCode(() -> new QualityCheck(limits).check(CROP)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "61,-,-,-,-,-,FACE_TOO_SMALL,'the face is 60 pixels wide, less than the limit of 61'",
        "-,80.5,-,-,-,-,TOO_BLURRED,'its sharpness is 80.25, less than the limit of 80.5'",
        "-,-,101,-,-,-,TOO_DARK,'its brightness is 100, less than the limit of 101'",
        "-,-,-,99,-,-,TOO_BRIGHT,'its brightness is 100, more than the limit of 99'",
        "-,-,-,-,0.1,-,CLIPPED,'the share of black and white is 0.125, more than the limit of 0.1'",
        "-,-,-,-,-,12,TOO_TILTED,'the head is tilted by 12.5 degrees, more than the limit of 12'"
      })
  void whatIsBeyondALimitIsRefusedWithTheMeasureAndTheLimit(
      @Nullable Double face,
      @Nullable Double sharpness,
      @Nullable Double dark,
      @Nullable Double bright,
      @Nullable Double clipped,
      @Nullable Double roll,
      Code code,
      String detail) {
    QualityLimits limits = new QualityLimits(face, sharpness, dark, bright, clipped, roll);

    PictureRefused refused =
        catchThrowableOfType(PictureRefused.class, () -> new QualityCheck(limits).check(CROP));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.detail()).isEqualTo(detail);
  }
}
