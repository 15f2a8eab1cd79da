package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.drawn.DrawnFace;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CropMeasuresTest {

  private static final DrawnFace FACE = Pictures.FACES.get(3);
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
  void measuresAt128PixelsDoNotDependOnTheRecipesSize() {
    CropQuality small = measured(FACE.render(192), 64);
    CropQuality large = measured(FACE.render(192), 256);

    assertThat(small.sharpnessAt128()).isEqualTo(large.sharpnessAt128());
    assertThat(small.clipped()).isEqualTo(large.clipped());
    assertThat(small.perceptualHash()).isEqualTo(large.perceptualHash());
    assertThat(small.sharpness()).isNotEqualTo(large.sharpness());
  }

  @Test
  void theFaceIsMeasuredInPixelsOfThePhoto() {
    assertThat(measured(FACE.render(192), 64).facePixels()).isEqualTo(192);
    assertThat(measured(FACE.render(400), 64).facePixels()).isEqualTo(400);
  }

  @Test
  void aBlurredFaceIsLessSharp() {
    double sharp = at128(measured(FACE.render(192), 64));
    double blurred = at128(measured(blurred(FACE.render(192)), 64));

    assertThat(blurred).isLessThan(sharp / 4);
  }

  @Test
  void blackAndWhitePixelsAreClipped() {
    BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 128 * 128; i++) {
      int column = i % 128;
      image.setRGB(column, i / 128, column < 32 ? 0 : column < 48 ? 0xFFFFFF : 0x808080);
    }

    CropQuality quality = measured(image, 128);

    assertThat(quality.clipped()).isEqualTo(0.375);
    assertThat(quality.brightness()).isCloseTo(16 / 128.0 * 255 + 80 / 128.0 * 128, within(0.1));
  }

  @Test
  void whatLooksTheSameHasNearlyTheSameHash() {
    long hash = hash(FACE.render(192));

    assertThat(Long.bitCount(hash ^ hash(blurred(FACE.render(192))))).isLessThanOrEqualTo(4);
    assertThat(Long.bitCount(hash ^ hash(FACE.render(300)))).isLessThanOrEqualTo(4);
    assertThat(Long.bitCount(hash ^ hash(Pictures.FACES.get(20).render(192)))).isGreaterThan(8);
  }

  private static CropQuality measured(BufferedImage image, int size) {
    CropRecipe recipe = new CropRecipe("whole-picture", size, 0, false);
    return cropper.crop(Pictures.encode(image, "png"), recipe).quality();
  }

  private static double at128(CropQuality quality) {
    return Objects.requireNonNull(quality.sharpnessAt128());
  }

  private static long hash(BufferedImage image) {
    return Long.parseUnsignedLong(Objects.requireNonNull(measured(image, 64).perceptualHash()), 16);
  }

  private static BufferedImage blurred(BufferedImage image) {
    float[] mean = new float[49];
    Arrays.fill(mean, 1 / 49f);
    return new ConvolveOp(new Kernel(7, 7, mean), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
  }
}
