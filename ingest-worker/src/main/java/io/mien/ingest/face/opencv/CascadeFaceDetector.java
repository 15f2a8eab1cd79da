package io.mien.ingest.face.opencv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Faces by cascades: one that is trusted, then others whose findings count only when confirmed.
 * Unconfirmed, the later passes accepted 40 % of upside-down pictures; how often eyes are found
 * depends on the expression (94 % of surprise, 68 % of disgust), so they may confirm but are never
 * required, or expressions would be lost unevenly.
 */
final class CascadeFaceDetector implements FaceDetector {

  /** Changes whenever boxes change, so that checkpoints never meet crops they were not made for. */
  static final String NAME = "cascade-v1";

  private static final int TRUSTED_NEIGHBOURS = 3;
  private static final int SMALLEST_TRUSTED = 60;

  private final Cascade trusted = new Cascade(CascadeFile.FRONTAL_ALT2);
  private final Cascade standard = new Cascade(CascadeFile.FRONTAL_DEFAULT);
  private final Cascade alternative = new Cascade(CascadeFile.FRONTAL_ALT);
  private final Cascade patterns = new Cascade(CascadeFile.FRONTAL_LBP);
  private final EyePair eyes;
  private final List<FallbackPass> fallbacks =
      List.of(
          new FallbackPass(standard, 1.0, 3, 60, List.of(patterns, alternative, trusted)),
          new FallbackPass(patterns, 1.0, 3, 60, List.of(standard, alternative, trusted)),
          new FallbackPass(trusted, 1.0, 3, 30, List.of(patterns, standard)),
          new FallbackPass(alternative, 1.0, 1, 60, List.of(patterns, standard)));

  CascadeFaceDetector(EyePair eyes) {
    this.eyes = eyes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Box> find(Mat bgr) {
    SearchImage image = SearchImage.of(bgr);
    Optional<Box> box =
        mostProminent(image, trusted.find(image.grey(), TRUSTED_NEIGHBOURS, SMALLEST_TRUSTED));
    for (FallbackPass pass : fallbacks) {
      if (box.isPresent()) {
        break;
      }
      box = mostProminent(image, confirmed(image, pass));
    }
    return box.map(image::inPicture);
  }

  private List<Box> confirmed(SearchImage image, FallbackPass pass) {
    List<Box> boxes = new ArrayList<>();
    for (Box box : pass.find(image.grey())) {
      if (image.shows(box)
          && (pass.confirms(image.grey(), box) || eyes.roll(image.grey(), box).isPresent())) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  private static Optional<Box> mostProminent(SearchImage image, List<Box> boxes) {
    return boxes.stream()
        .filter(image::shows)
        .max(java.util.Comparator.comparingDouble(image::prominence));
  }

  @Override
  public void close() {
    for (Cascade cascade : List.of(trusted, standard, alternative, patterns)) {
      cascade.close();
    }
  }
}
