package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.drawn.DrawnFace;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.image.HeaderProbe;
import io.mien.ingest.image.PictureRefused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenCvFaceCropperTest {

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.15, true);
  private static OpenCvFaceCropper cropper;

  @BeforeAll
  static void load() {
    OpenCv.load(2L << 30, 2);
    cropper = new OpenCvFaceCropper(new PictureDecoder(Pictures.LIMITS));
  }

  @AfterAll
  static void close() {
    cropper.close();
  }

  @Test
  void drawnFacesOfEveryExpressionAreFoundWhereTheyAre() {
    List<String> missed = new ArrayList<>();
    for (DrawnFace face : Pictures.FACES) {
      try {
        FaceCrop crop = cropper.crop(Pictures.face(face), RECIPE);
        assertThat(HeaderProbe.probe(crop.png()).width()).isEqualTo(64);
        assertThat(crop.box().x() + crop.box().width() / 2).isCloseTo(96, within(45.0));
        assertThat(crop.box().y() + crop.box().height() / 2).isCloseTo(96, within(45.0));
      } catch (PictureRefused e) {
        missed.add(face.subject() + " " + face.expression());
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(Pictures.FACES.size() / 20);
  }

  @Test
  void rollIsThatOfTheHead() {
    double squares = 0;
    int heads = 0;
    for (DrawnFace face : Pictures.FACES) {
      double error =
          cropper.crop(Pictures.face(face), RECIPE).box().rollDegrees() - face.pose().roll();
      squares += error * error;
      heads++;
    }
    assertThat(Math.sqrt(squares / heads)).as("degrees, root mean square").isLessThan(2.5);
  }

  @Test
  void withoutAlignmentThereIsNoRoll() {
    CropRecipe upright = new CropRecipe("cascade-v1", 64, 0.15, false);

    assertThat(cropper.crop(Pictures.face(Pictures.FACES.get(3)), upright).box().rollDegrees())
        .isZero();
  }

  @Test
  void greyCropHasThreeEqualChannelsAndIsOtherwiseTheSame() throws IOException {
    byte[] photo = Pictures.face(Pictures.FACES.get(3));

    FaceCrop coloured = cropper.crop(photo, RECIPE);
    FaceCrop grey = cropper.crop(photo, RECIPE.in(Colour.GREY));

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(grey.png()));
    for (int i = 0; i < 64 * 64; i++) {
      int rgb = image.getRGB(i % 64, i / 64);
      assertThat(rgb & 0xFF).isEqualTo(rgb >> 8 & 0xFF).isEqualTo(rgb >> 16 & 0xFF);
    }
    assertThat(grey.box()).isEqualTo(coloured.box());
    assertThat(grey.quality().brightness()).isCloseTo(coloured.quality().brightness(), within(0.5));
    assertThat(grey.quality().saturation()).isZero();
    assertThat(coloured.quality().saturation()).isGreaterThan(0.05);
  }

  @Test
  void wholePictureIsTheFaceOfPicturesThatAreCroppedAlready() {
    CropRecipe whole = new CropRecipe("whole-picture", 64, 0, false);

    FaceCrop crop = cropper.crop(Pictures.face(Pictures.FACES.get(3)), whole);

    assertThat(crop.box()).isEqualTo(new FaceBox(0, 0, 192, 192, 0));
    assertThat(crop.quality().faceShare()).isEqualTo(1);
  }

  @Test
  void boxesAreInPixelsOfThePhotoEvenWhenItIsDecodedSmaller() {
    byte[] photo = Pictures.faceAt(Pictures.FACES.get(0), 2400, 600, 1200, 4000, 2400);

    FaceBox box = cropper.crop(photo, RECIPE).box();

    assertThat(box.x() + box.width() / 2).isCloseTo(3000, within(250.0));
    assertThat(box.y() + box.height() / 2).isCloseTo(1200, within(250.0));
    assertThat(box.width()).isBetween(500.0, 1200.0);
  }

  @Test
  void theSamePhotoGivesTheSameBytes() {
    byte[] photo = Pictures.face(Pictures.FACES.get(5));

    assertThat(cropper.crop(photo, RECIPE).png()).isEqualTo(cropper.crop(photo, RECIPE).png());
  }

  @Test
  void noiseHasNoFace() {
    for (long seed = 1; seed <= 5; seed++) {
      byte[] noise = Pictures.noise(seed);
      assertThatThrownBy(() -> cropper.crop(noise, RECIPE))
          .as("seed %d", seed)
          .isInstanceOf(PictureRefused.class)
          .extracting(e -> ((PictureRefused) e).code())
          .isEqualTo(Rejection.Code.NO_FACE);
    }
  }

  @Test
  void ofSeveralFacesThoseOfTheChoiceAreCropped() {
    byte[] photo = Pictures.twoFaces();

    List<FaceCrop> all = cropper.crops(photo, RECIPE, FaceChoice.ALL);

    assertThat(all).hasSize(2);
    assertThat(all.get(0).box()).isEqualTo(cropper.crop(photo, RECIPE).box());
    assertThat(cropper.crops(photo, RECIPE, FaceChoice.LARGEST).get(0).box().x()).isLessThan(150);
    assertThat(cropper.crops(photo, RECIPE, FaceChoice.CENTRAL).get(0).box().x())
        .isGreaterThan(310);
    assertThatThrownBy(() -> cropper.crops(photo, RECIPE, FaceChoice.SINGLE))
        .isInstanceOf(PictureRefused.class)
        .hasMessageContaining("2 faces were found");
  }

  @Test
  void anotherDetectorIsRefusedInsteadOfReplaced() {
    assertThat(refusal("mtcnn").code()).isEqualTo("unknown-detector");
    assertThat(refusal("yunet-v1").code()).isEqualTo("detector-not-available");
    assertThat(refusal("yunet-v1")).hasMessageContaining("mien.ingest.yunet-model");
  }

  private static InvalidInput refusal(String detector) {
    CropRecipe other = new CropRecipe(detector, 64, 0.15, true);
    return catchThrowableOfType(
        InvalidInput.class, () -> cropper.crop(Pictures.face(Pictures.FACES.get(0)), other));
  }

  @Test
  void nothingNativeIsLeftOver() {
    byte[] photo = Pictures.face(Pictures.FACES.get(1));
    cropper.crop(photo, RECIPE);
    long before = Pointer.totalBytes();

    for (int i = 0; i < 20; i++) {
      cropper.crop(photo, RECIPE);
    }

    assertThat(Pointer.totalBytes()).isEqualTo(before);
  }
}
