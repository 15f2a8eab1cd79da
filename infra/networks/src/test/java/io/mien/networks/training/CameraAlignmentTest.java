package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.networks.image.CropFrame;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import org.junit.jupiter.api.Test;

class CameraAlignmentTest {
  private static final int SIZE = 32;

  @Test
  void aCropIsSeenThroughTheOtherCropsFrame() {
    // Given
    CropFrame into = new CropFrame(70, 64, 60, 4);
    CropFrame from = new CropFrame(72, 61, 66, -3);
    LabelledImage image = new LabelledImage(crop(into, 40), 0, "p", into);
    LabelledImage counterpart = new LabelledImage(crop(from, 0), 1, "p", from);
    // When
    RgbImage aligned = CameraAlignment.over(image, counterpart);
    // Then
    RgbImage expected = crop(into, 0);
    for (int y = 4; y < SIZE - 4; y++) {
      for (int x = 4; x < SIZE - 4; x++) {
        assertThat(Math.abs(aligned.at(x, y, 0) - expected.at(x, y, 0))).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void whatTheCounterpartDoesNotShowIsTheImagesOwn() {
    // Given
    CropFrame wide = new CropFrame(64, 64, 66, 0);
    CropFrame narrow = new CropFrame(64, 64, 54, 0);
    LabelledImage image = new LabelledImage(crop(wide, 40), 0, "p", wide);
    LabelledImage counterpart = new LabelledImage(crop(narrow, 0), 1, "p", narrow);
    // When
    RgbImage aligned = CameraAlignment.over(image, counterpart);
    // Then
    assertThat(aligned.at(0, 0, 0)).isEqualTo(image.image().at(0, 0, 0));
    assertThat(aligned.at(SIZE / 2, SIZE / 2, 0)).isNotEqualTo(image.image().at(16, 16, 0));
  }

  @Test
  void cropsOfDifferentCamerasStayAsTheyAre() {
    // Given
    CropFrame here = new CropFrame(64, 64, 60, 0);
    CropFrame elsewhere = new CropFrame(90, 64, 60, 0);
    CropFrame closer = new CropFrame(64, 64, 80, 0);
    LabelledImage image = new LabelledImage(crop(here, 0), 0, "p", here);
    LabelledImage moved = new LabelledImage(crop(elsewhere, 0), 1, "p", elsewhere);
    LabelledImage zoomed = new LabelledImage(crop(closer, 0), 1, "p", closer);
    LabelledImage unknown = new LabelledImage(crop(closer, 0), 1, "p");
    // When, Then
    assertThat(CameraAlignment.over(image, moved)).isSameAs(moved.image());
    assertThat(CameraAlignment.over(image, zoomed)).isSameAs(zoomed.image());
    assertThat(CameraAlignment.over(image, unknown)).isSameAs(unknown.image());
  }

  /** A crop of a smooth picture of 128 pixels, brightened. */
  private static RgbImage crop(CropFrame frame, int brighter) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    double step = frame.side() / SIZE;
    double roll = Math.toRadians(frame.rollDegrees());
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double right = (x - (SIZE - 1) / 2.0) * step;
        double down = (y - (SIZE - 1) / 2.0) * step;
        double px = frame.centreX() + right * Math.cos(roll) - down * Math.sin(roll);
        double py = frame.centreY() + right * Math.sin(roll) + down * Math.cos(roll);
        double value = 100 + 50 * Math.sin(px / 15) + 40 * Math.cos(py / 11) + brighter;
        int at = 3 * (y * SIZE + x);
        rgb[at] = rgb[at + 1] = rgb[at + 2] = (byte) Math.round(value);
      }
    }
    return new RgbImage(SIZE, SIZE, rgb);
  }
}
