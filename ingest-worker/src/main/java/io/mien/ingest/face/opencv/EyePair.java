package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Both eyes of a face, for its roll alone: eyes are found unevenly over expressions, so that scale,
 * position or acceptance taken from them would tell the label. Not thread-safe.
 */
final class EyePair implements AutoCloseable {

  private static final int FACE_SIDE = 240;
  private static final int SMALLEST_AREA = 8;
  private static final double UPPER_PART = 0.6;
  private static final double SMALLEST_EYE = 0.14;
  private static final double LARGEST_EYE = 0.42;
  private static final double EXPECTED_HEIGHT = 0.4;
  private static final double MOST_ROLL_DEGREES = 25;

  private final List<Cascade> cascades =
      List.of(new Cascade(CascadeFile.EYE_WITH_GLASSES), new Cascade(CascadeFile.EYE));

  /**
   * The roll of the line through both eyes, in degrees clockwise; empty unless both are seen where
   * eyes can be.
   *
   * @param picture in grey or in colour
   */
  Optional<Double> roll(Mat picture, Box face) {
    Rect area = upperPart(picture, face);
    if (area.width() < SMALLEST_AREA || area.height() < SMALLEST_AREA) {
      return Optional.empty();
    }
    double scale = FACE_SIDE / face.width();
    Mat grey = grey(new Mat(picture, area), scale);
    double middle = (face.centreX() - area.x()) * scale;
    for (Cascade cascade : cascades) {
      List<Box> eyes =
          cascade.find(grey, 3, (int) (SMALLEST_EYE * FACE_SIDE)).stream()
              .filter(eye -> eye.width() <= LARGEST_EYE * FACE_SIDE)
              .toList();
      Optional<Double> roll = roll(eyes, middle);
      if (roll.isPresent()) {
        return roll;
      }
    }
    return Optional.empty();
  }

  private static Mat grey(Mat area, double scale) {
    Size size =
        new Size(
            Math.max(1, (int) Math.round(area.cols() * scale)),
            Math.max(1, (int) Math.round(area.rows() * scale)));
    Mat scaled = new Mat();
    resize(area, scaled, size, 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
    if (scaled.channels() == 1) {
      return scaled;
    }
    Mat grey = new Mat();
    cvtColor(scaled, grey, COLOR_BGR2GRAY);
    return grey;
  }

  private static Optional<Double> roll(List<Box> eyes, double middle) {
    Optional<Box> left = best(eyes.stream().filter(eye -> eye.centreX() < middle).toList());
    Optional<Box> right = best(eyes.stream().filter(eye -> eye.centreX() > middle).toList());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    double across = right.get().centreX() - left.get().centreX();
    double down = right.get().centreY() - left.get().centreY();
    double roll = Math.toDegrees(Math.atan2(down, across));
    boolean plausible =
        across > 0.25 * FACE_SIDE
            && across < 0.6 * FACE_SIDE
            && Math.abs(roll) <= MOST_ROLL_DEGREES;
    return plausible ? Optional.of(roll) : Optional.empty();
  }

  private static Optional<Box> best(List<Box> eyes) {
    return eyes.stream()
        .min(
            Comparator.comparingDouble(
                eye -> Math.abs(eye.centreY() - EXPECTED_HEIGHT * FACE_SIDE)));
  }

  private static Rect upperPart(Mat picture, Box face) {
    int left = (int) Math.max(0, face.x());
    int top = (int) Math.max(0, face.y());
    int right = (int) Math.min(picture.cols(), face.x() + face.width());
    int bottom = (int) Math.min(picture.rows(), face.y() + face.height() * UPPER_PART);
    return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  @Override
  public void close() {
    cascades.forEach(Cascade::close);
  }
}
