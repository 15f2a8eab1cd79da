package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.result.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How many of a folder's photographs a detector finds a face in, upright and turned by half, and a
 * sheet of 100 of them with the boxes, for counting by hand which of those are no faces:
 *
 * <pre>DetectionBenchmark FOLDER DETECTOR SHEET.png [YUNET.onnx]</pre>
 */
final class DetectionBenchmark {

  private static final int SHOWN = 100;
  private static final int COLUMNS = 10;
  private static final int TILE = 160;

  private final FaceDetector detector;
  private final PictureDecoder decoder = new PictureDecoder(Pictures.LIMITS);

  private DetectionBenchmark(FaceDetector detector) {
    this.detector = detector;
  }

  public static void main(String[] arguments) throws IOException {
    OpenCv.load(4L << 30, 1);
    Optional<YunetModel> yunet =
        arguments.length > 3
            ? Optional.of(YunetModel.read(Path.of(arguments[3])))
            : Optional.empty();
    List<Path> files;
    try (Stream<Path> folder = Files.list(Path.of(arguments[0]))) {
      files = folder.sorted().toList();
    }
    try (EyePair eyes = new EyePair();
        DetectorSet detectors = new DetectorSet(eyes, yunet)) {
      CropRecipe recipe = new CropRecipe(arguments[1], 64, 0, false);
      DetectionBenchmark benchmark = new DetectionBenchmark(detectors.of(recipe));
      benchmark.report("upright", files, UnaryOperator.identity());
      benchmark.report("upside down", files, DetectionBenchmark::turned);
      benchmark.draw(files, arguments[2]);
    }
  }

  private void report(String what, List<Path> files, UnaryOperator<Mat> change) throws IOException {
    int found = 0;
    long start = System.nanoTime();
    List<String> missed = new ArrayList<>();
    for (Path file : files) {
      try (PointerScope scope = new PointerScope()) {
        if (detector.find(change.apply(read(file))).isEmpty()) {
          missed.add(String.valueOf(file.getFileName()));
        } else {
          found++;
        }
      }
    }
    Rate rate = Rate.of(found, files.size());
    System.out.printf(
        Locale.ROOT,
        "%s, %s: a face in %d of %d, %.1f %% (%.1f to %.1f); %.1f ms each%n",
        detector.name(),
        what,
        found,
        files.size(),
        100 * rate.value(),
        100 * rate.low(),
        100 * rate.high(),
        (System.nanoTime() - start) / 1e6 / files.size());
    if (missed.size() <= SHOWN) {
      System.out.println("  none in " + String.join(" ", missed));
    }
  }

  /** Photographs at equal distances, each with the box of the face that would be taken. */
  private void draw(List<Path> files, String sheet) throws IOException {
    try (PointerScope scope = new PointerScope()) {
      int rows = (SHOWN + COLUMNS - 1) / COLUMNS;
      Mat all = new Mat(rows * TILE, COLUMNS * TILE, read(files.get(0)).type(), Scalar.all(255));
      for (int i = 0; i < SHOWN; i++) {
        Path file = files.get(i * files.size() / SHOWN);
        tile(read(file), all, i % COLUMNS * TILE, i / COLUMNS * TILE);
      }
      imwrite(sheet, all);
    }
  }

  private void tile(Mat picture, Mat sheet, int left, int top) {
    List<FoundFace> faces = detector.find(picture);
    double scale = (double) TILE / Math.max(picture.cols(), picture.rows());
    Mat small = new Mat();
    Size size = new Size((int) (picture.cols() * scale), (int) (picture.rows() * scale));
    resize(picture, small, size, 0, 0, INTER_AREA);
    if (!faces.isEmpty()) {
      Box box = faces.get(0).box();
      Rect scaled =
          new Rect(
              (int) (box.x() * scale),
              (int) (box.y() * scale),
              (int) (box.width() * scale),
              (int) (box.height() * scale));
      rectangle(small, scaled, new Scalar(0, 255, 0, 0), 2, 8, 0);
    }
    small.copyTo(new Mat(sheet, new Rect(left, top, small.cols(), small.rows())));
  }

  private Mat read(Path file) throws IOException {
    return decoder.decode(Files.readAllBytes(file)).bgr();
  }

  private static Mat turned(Mat picture) {
    Mat turned = new Mat();
    rotate(picture, turned, ROTATE_180);
    return turned;
  }
}
