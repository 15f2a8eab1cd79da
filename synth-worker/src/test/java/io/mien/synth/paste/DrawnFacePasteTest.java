package io.mien.synth.paste;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.picture.CropPlacement;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.drawn.Expression;
import io.mien.drawn.FaceArea;
import io.mien.networks.image.RgbImage;
import io.mien.synth.form.Resized;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Drawn people can be drawn with the other expression in full resolution, too: what a pasted photo
 * ought to look like is known.
 */
class DrawnFacePasteTest {

  private static final int SIZE = 256;
  private static final int CROP = 64;

  @Test
  void aPastedPhotoIsCloserToTheTrueOneThanThePhotoAndThanItsCropEnlarged() {
    List<DrawnFace> faces =
        DrawnDataset.of(3, 1).faces().stream()
            .filter(face -> face.expression() == Expression.SURPRISED)
            .toList();
    double untouched = 0;
    double enlarged = 0;
    double pasted = 0;
    for (DrawnFace face : faces) {
      Scene scene = Scene.of(face);
      RgbImage after = square(scene.truth, scene.left, scene.top, scene.side);
      untouched += error(square(scene.photo, scene.left, scene.top, scene.side), after);
      enlarged += error(Resized.square(scene.generated, scene.side), after);
      RgbImage result =
          new FacePaste(scene.photo, scene.crop, scene.placement()).with(scene.generated);
      pasted += error(square(result, scene.left, scene.top, scene.side), after);
    }

    assertThat(pasted).isLessThan(0.6 * untouched);
    assertThat(pasted).isLessThan(0.9 * enlarged);
  }

  /** A neutral face, and the crop of its other expression as a perfect generator would draw it. */
  private record Scene(
      RgbImage photo,
      RgbImage truth,
      RgbImage crop,
      RgbImage generated,
      int left,
      int top,
      int side) {

    static Scene of(DrawnFace face) {
      RgbImage photo = RgbImage.of(face.at(0).render(SIZE));
      RgbImage truth = RgbImage.of(face.render(SIZE));
      FaceArea area = face.area(SIZE);
      int side = (int) Math.min(area.width() * 1.3, SIZE);
      int left = within(area.x() + area.width() / 2 - side / 2.0, side);
      int top = within(area.y() + area.height() / 2 - side / 2.0, side);
      return new Scene(
          photo,
          truth,
          Resized.square(square(photo, left, top, side), CROP),
          Resized.square(square(truth, left, top, side), CROP),
          left,
          top,
          side);
    }

    CropPlacement placement() {
      double scale = (double) side / CROP;
      return new CropPlacement(scale, 0, left, 0, scale, top);
    }

    private static int within(double from, int side) {
      return (int) Math.max(0, Math.min(SIZE - side, from));
    }
  }

  private static RgbImage square(RgbImage image, int left, int top, int side) {
    byte[] rgb = new byte[3 * side * side];
    for (int y = 0; y < side; y++) {
      System.arraycopy(
          image.rgb(), 3 * ((top + y) * image.width() + left), rgb, 3 * y * side, 3 * side);
    }
    return new RgbImage(side, side, rgb);
  }

  /** Mean square over the middle, where the mask is whole. */
  private static double error(RgbImage one, RgbImage other) {
    int from = one.width() / 4;
    int to = one.width() - from;
    double sum = 0;
    for (int y = from; y < to; y++) {
      for (int x = from; x < to; x++) {
        for (int channel = 0; channel < 3; channel++) {
          sum += Math.pow(one.at(x, y, channel) - other.at(x, y, channel), 2);
        }
      }
    }
    return sum / (to - from) / (to - from) / 3;
  }
}
