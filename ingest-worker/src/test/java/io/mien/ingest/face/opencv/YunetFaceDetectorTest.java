package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.drawn.DrawnFace;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.image.PictureRefused;
import java.awt.image.BufferedImage;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the model of OpenCV's zoo, which is a resource of these tests alone. */
class YunetFaceDetectorTest {

  private static final CropRecipe RECIPE = new CropRecipe("yunet-v1", 64, 0.15, true);
  private static OpenCvFaceCropper cropper;

  @BeforeAll
  static void load() throws URISyntaxException {
    OpenCv.load(2L << 30, 2);
    Path model =
        Path.of(
            Objects.requireNonNull(
                    YunetFaceDetectorTest.class.getResource("yunet/" + YunetModel.FILE))
                .toURI());
    cropper =
        new OpenCvFaceCropper(
            new PictureDecoder(Pictures.LIMITS), Optional.of(YunetModel.read(model)));
  }

  @AfterAll
  static void close() {
    cropper.close();
  }

  @Test
  void drawnFacesAreFoundWhereTheyAreWithTheRollOfTheHead() {
    double squares = 0;
    int found = 0;
    for (DrawnFace face : Pictures.FACES) {
      for (FaceCrop crop : crops(Pictures.face(face))) {
        assertThat(crop.box().x() + crop.box().width() / 2).isCloseTo(96, within(45.0));
        assertThat(crop.box().y() + crop.box().height() / 2).isCloseTo(96, within(45.0));
        double error = crop.box().rollDegrees() - face.pose().roll();
        squares += error * error;
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(Pictures.FACES.size() * 9 / 10);
    assertThat(Math.sqrt(squares / found)).as("degrees, root mean square").isLessThan(3);
  }

  @Test
  void boxesHaveTheSizeOfThoseOfTheCascades() {
    double ratios = 0;
    for (DrawnFace face : Pictures.FACES) {
      byte[] photo = Pictures.face(face);
      FaceBox cascade = cropper.crop(photo, RECIPE.with("cascade-v1")).box();
      FaceBox yunet = cropper.crop(photo, RECIPE).box();
      assertThat(yunet.width()).isEqualTo(yunet.height());
      ratios += yunet.width() / cascade.width();
    }
    assertThat(ratios / Pictures.FACES.size()).isBetween(0.8, 1.25);
  }

  @Test
  void aFaceThatStandsOnItsHeadIsNone() {
    for (DrawnFace face : Pictures.FACES.subList(0, 14)) {
      assertThat(refusal(Pictures.encode(turned(face.render(192)), "png")))
          .as(face.subject() + " " + face.expression())
          .isEqualTo(Rejection.Code.NO_FACE);
    }
  }

  @Test
  void noiseHasNoFace() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(refusal(Pictures.noise(seed)))
          .as("seed %d", seed)
          .isEqualTo(Rejection.Code.NO_FACE);
    }
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

  private static List<FaceCrop> crops(byte[] photo) {
    try {
      return cropper.crops(photo, RECIPE, FaceChoice.PROMINENT);
    } catch (PictureRefused e) {
      return List.of();
    }
  }

  private static Rejection.Code refusal(byte[] photo) {
    PictureRefused refused =
        catchThrowableOfType(PictureRefused.class, () -> cropper.crop(photo, RECIPE));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }

  private static BufferedImage turned(BufferedImage image) {
    BufferedImage turned = new BufferedImage(192, 192, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 192 * 192; i++) {
      turned.setRGB(191 - i % 192, 191 - i / 192, image.getRGB(i % 192, i / 192));
    }
    return turned;
  }
}
