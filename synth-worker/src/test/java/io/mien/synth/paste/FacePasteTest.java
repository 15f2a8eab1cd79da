package io.mien.synth.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.picture.CropPlacement;
import io.mien.networks.image.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FacePasteTest {

  private static final int SIDE = 32;

  /**
   * 32 pixels of a crop on 160 of the photo, turned by about 11 degrees; its middle is (150, 130).
   */
  private static final CropPlacement TURNED =
      new CropPlacement(4.9, -1, 150 - 16 * 4.9 + 16, 1, 4.9, 130 - 16 - 16 * 4.9);

  @Test
  void anUnchangedCropLeavesThePhotoAsItIsBitByBit() {
    RgbImage photo = noise(300, 260, 1);
    RgbImage crop = noise(SIDE, SIDE, 2);

    RgbImage pasted = new FacePaste(photo, crop, TURNED).with(crop);

    assertThat(pasted.rgb()).isEqualTo(photo.rgb());
  }

  @Test
  void pixelsOutsideTheMaskStayAsTheyAreBitByBit() {
    RgbImage photo = noise(300, 260, 1);

    RgbImage pasted =
        new FacePaste(photo, plain(SIDE, 0, 0, 9), TURNED).with(plain(SIDE, 250, 250, 250));

    CropPlacement inCrop = TURNED.inverse();
    int inside = 0;
    for (int y = 0; y < 260; y++) {
      for (int x = 0; x < 300; x++) {
        double u = inCrop.x(x + 0.5, y + 0.5) / 16 - 1;
        double v = inCrop.y(x + 0.5, y + 0.5) / 16 - 1;
        if (Math.max(Math.abs(u), Math.abs(v)) >= 1) {
          assertThat(at(pasted, x, y)).as("%d, %d", x, y).isEqualTo(at(photo, x, y));
        } else if (Math.hypot(u, v) < 0.5) {
          assertThat(at(pasted, x, y)).as("%d, %d", x, y).isEqualTo(0xFAFAFA);
          inside++;
        }
      }
    }
    assertThat(inside).isGreaterThan(4000);
  }

  @Test
  void whereMuchChangedGeneratedPixelsReplaceThePhotosDetail() {
    RgbImage photo = noise(300, 260, 1);

    RgbImage pasted =
        new FacePaste(photo, plain(SIDE, 60, 70, 60), TURNED).with(plain(SIDE, 180, 170, 160));

    assertThat(at(pasted, 150, 130)).isEqualTo(0xB4AAA0);
    assertThat(at(pasted, 170, 115)).isEqualTo(0xB4AAA0);
  }

  @Test
  void whereLittleChangedThePhotosDetailStays() {
    RgbImage photo = noise(300, 260, 1);

    RgbImage pasted =
        new FacePaste(photo, plain(SIDE, 120, 120, 120), TURNED).with(plain(SIDE, 124, 124, 124));

    for (int i = 0; i < 20; i++) {
      assertThat(pasted.at(140 + i, 130, 0))
          .isEqualTo(Math.min(255, photo.at(140 + i, 130, 0) + 4));
    }
  }

  @Test
  void noEdgeShowsWhereTheFaceBegins() {
    // Given a plain photo, of which the face is made 100 levels lighter
    RgbImage photo = plain(300, 100, 100, 100);

    RgbImage pasted =
        new FacePaste(photo, plain(SIDE, 100, 100, 100), TURNED).with(plain(SIDE, 200, 200, 200));

    // Then the light comes within 28 pixels, and in no step that is much steeper than an even one
    int steepest = 0;
    for (int y = 1; y < 300; y++) {
      for (int x = 1; x < 300; x++) {
        int here = pasted.at(x, y, 0);
        steepest = Math.max(steepest, Math.abs(here - pasted.at(x - 1, y, 0)));
        steepest = Math.max(steepest, Math.abs(here - pasted.at(x, y - 1, 0)));
      }
    }
    assertThat(pasted.at(150, 130, 0)).isEqualTo(200);
    assertThat(steepest).isLessThanOrEqualTo(8);
  }

  @Test
  void aGreyCropChangesBrightnessAndLeavesColour() {
    RgbImage photo = plain(300, 200, 100, 50);
    int grey = (int) Math.round(Grey.of(200, 100, 50));

    RgbImage pasted =
        new FacePaste(photo, plain(SIDE, grey, grey, grey), TURNED)
            .with(plain(SIDE, grey + 30, grey + 30, grey + 30));

    assertThat(pasted.at(150, 130, 0)).isCloseTo(230, within(1));
    assertThat(pasted.at(150, 130, 1)).isCloseTo(130, within(1));
    assertThat(pasted.at(150, 130, 2)).isCloseTo(80, within(1));
  }

  @Test
  void aCropThatIsFinerThanThePhotoIsAveraged() {
    // Given a crop of 128 pixels on 32 of the photo, and a change as fine as its pixels
    RgbImage photo = plain(64, 100, 100, 100);
    RgbImage crop = plain(128, 100, 100, 100);
    byte[] checks = crop.rgb().clone();
    for (int i = 0; i < checks.length; i++) {
      int pixel = i / 3;
      checks[i] = (byte) ((pixel + pixel / 128) % 2 == 0 ? 90 : 110);
    }

    RgbImage pasted =
        new FacePaste(photo, crop, new CropPlacement(0.25, 0, 16, 0, 0.25, 16))
            .with(new RgbImage(128, 128, checks));

    for (int x = 16; x < 48; x++) {
      assertThat(pasted.at(x, 32, 0)).isCloseTo(100, within(2));
    }
  }

  @Test
  void aFaceAtTheEdgeOfThePhotoIsPastedAsFarAsItReaches() {
    RgbImage photo = plain(64, 100, 100, 100);
    CropPlacement beyond = new CropPlacement(2, 0, -32, 0, 2, -32);

    RgbImage pasted =
        new FacePaste(photo, plain(SIDE, 100, 100, 100), beyond).with(plain(SIDE, 0, 0, 0));

    assertThat(pasted.at(0, 0, 0)).isZero();
    assertThat(pasted.at(40, 40, 0)).isEqualTo(100);
  }

  @Test
  void whatWasNotGeneratedOfTheCropIsRefused() {
    FacePaste paste = new FacePaste(plain(64, 1, 1, 1), plain(SIDE, 1, 1, 1), TURNED);

    assertThatThrownBy(() -> paste.with(plain(16, 1, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 x 32");
  }

  private static int at(RgbImage image, int x, int y) {
    return image.at(x, y, 0) << 16 | image.at(x, y, 1) << 8 | image.at(x, y, 2);
  }

  private static RgbImage plain(int side, int red, int green, int blue) {
    byte[] rgb = new byte[3 * side * side];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return new RgbImage(side, side, rgb);
  }

  private static RgbImage noise(int width, int height, long seed) {
    byte[] rgb = new byte[3 * width * height];
    new Random(seed).nextBytes(rgb);
    return new RgbImage(width, height, rgb);
  }
}
