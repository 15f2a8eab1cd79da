package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.face.FaceCrop;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Beside what Pillow 13 makes of the same picture: {@code crop((0, 20, 178, 198))}, as
 * torchvision's {@code CenterCrop(178)} does, and {@code resize((n, n), BILINEAR)}.
 */
class CelebaCenterCropTest {

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

  @ParameterizedTest
  @ValueSource(ints = {128, 256})
  void isTheReferencesCropWithinOneGreyLevel(int size) throws IOException {
    BufferedImage expected = reference("celeba-center-crop-" + size + ".png");

    BufferedImage crop = image(cropper.crop(patterns(178, 218), recipe(size)));

    int differing = 0;
    for (int i = 0; i < size * size * 3; i++) {
      int shift = i % 3 * 8;
      int x = i / 3 % size;
      int y = i / 3 / size;
      int difference =
          (crop.getRGB(x, y) >> shift & 0xFF) - (expected.getRGB(x, y) >> shift & 0xFF);
      assertThat(difference).as("channel %d at %d, %d", i % 3, x, y).isBetween(-1, 1);
      differing += Math.abs(difference);
    }
    assertThat(differing).isLessThan(size * size * 3 / 1000);
  }

  @Test
  void ofAPictureOfAnotherSizeThePartThatLiesAlike() throws IOException {
    assertThat(cropper.crop(patterns(178, 218), recipe(64)).box())
        .isEqualTo(new FaceBox(0, 20, 178, 178, 0));
    assertThat(cropper.crop(patterns(356, 436), recipe(64)).box())
        .isEqualTo(new FaceBox(0, 40, 356, 356, 0));
    assertThat(cropper.crop(patterns(300, 218), recipe(64)).box())
        .isEqualTo(new FaceBox(61, 20, 178, 178, 0));
  }

  @Test
  void takesNeitherMarginNorAlignment() {
    CropRecipe recipe = new CropRecipe("celeba-center-crop", 64, 0.1, false);

    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> cropper.crop(patterns(178, 218), recipe));

    assertThat(refused.code()).isEqualTo("recipe-not-applicable");
  }

  private static CropRecipe recipe(int size) {
    return new CropRecipe("celeba-center-crop", size, 0, false);
  }

  private static byte[] patterns(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = (x * x / 7 + 3 * y) % 256;
        int green = x * y / 5 % 256;
        int blue = ((x / 9 + y / 9) % 2 * 200 + x % 40) % 256;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return Pictures.encode(image, "png");
  }

  private static BufferedImage reference(String name) throws IOException {
    try (InputStream stream = CelebaCenterCropTest.class.getResourceAsStream(name)) {
      return ImageIO.read(Objects.requireNonNull(stream));
    }
  }

  private static BufferedImage image(FaceCrop crop) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(crop.png()));
  }
}
