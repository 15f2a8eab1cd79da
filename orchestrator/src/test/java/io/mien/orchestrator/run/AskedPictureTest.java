package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.orchestrator.run.AskedPicture.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedPictureTest {

  @Test
  void nothingSaidIsTheOnlyFaceAsTheCheckpointMakesIt() {
    assertThat(AskedPicture.of(Form.EMPTY)).isEqualTo(AskedPicture.PLAIN);
    assertThat(AskedPicture.of(new Form("", " ", "", "", ""))).isEqualTo(AskedPicture.PLAIN);
    assertThat(AskedPicture.of(new Form("crop", "png", "single", null, "1")))
        .isEqualTo(AskedPicture.PLAIN);
  }

  @Test
  void everyFieldIsRead() {
    assertThat(AskedPicture.of(new Form("crop", "jpeg", "central", "256", "0.5")))
        .isEqualTo(
            new AskedPicture(
                FaceChoice.CENTRAL, ImageOutput.CROP, new ImageForm(256, ImageFormat.JPEG, 0.5)));
    assertThat(AskedPicture.of(new Form("pasted", null, "largest", null, null)))
        .isEqualTo(new AskedPicture(FaceChoice.LARGEST, ImageOutput.PASTED, ImageForm.PLAIN));
  }

  @Test
  void whatIsNotKnownIsRefusedWithWhatIs() {
    assertRefused(new Form("poster", null, null, null, null), "unknown-output", "crop, pasted");
    assertRefused(new Form(null, "bmp", null, null, null), "unknown-format", "png, jpeg, webp");
    assertRefused(
        new Form(null, null, "all", null, null),
        "unknown-face",
        "prominent, largest, central, single");
  }

  @ParameterizedTest
  @ValueSource(strings = {"15", "2049", "-64", "64px", "1e3", "99999999999"})
  void sizesBeyondTheLimitsAreRefused(String size) {
    assertRefused(new Form(null, null, null, size, null), "bad-size", "16 to 2048");
  }

  @Test
  void aPastedPhotoKeepsItsOwnSize() {
    assertRefused(new Form("pasted", null, null, "128", null), "bad-size", "keeps its own size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "1.01", "NaN", "half"})
  void intensitiesBeyondTheLimitsAreRefused(String intensity) {
    assertRefused(new Form(null, null, null, null, intensity), "bad-intensity", "above 0");
  }

  private static void assertRefused(Form form, String code, String said) {
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> AskedPicture.of(form));
    assertThat(refused).as(form.toString()).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused).hasMessageContaining(said);
  }
}
