package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.Detectors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Faces by cascades: one that is trusted, then others whose findings count only when confirmed.
 * Unconfirmed, the later passes accepted 40 % of upside-down pictures; how often eyes are found
 * depends on the expression (94 % of surprise, 68 % of disgust), so they may confirm but are never
 * required, or expressions would be lost unevenly.
 */
final class CascadeFaceDetector implements FaceDetector {

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
    return Detectors.CASCADE_V1;
  }

  @Override
  public List<FoundFace> find(Mat bgr) {
    SearchImage image = SearchImage.grey(bgr);
    List<Box> boxes =
        image.ranked(trusted.find(image.pixels(), TRUSTED_NEIGHBOURS, SMALLEST_TRUSTED));
    for (FallbackPass pass : fallbacks) {
      if (!boxes.isEmpty()) {
        break;
      }
      boxes = image.ranked(confirmed(image, pass));
    }
    return boxes.stream().map(image::inPicture).map(FoundFace::new).toList();
  }

  private List<Box> confirmed(SearchImage image, FallbackPass pass) {
    List<Box> boxes = new ArrayList<>();
    for (Box box : pass.find(image.pixels())) {
      if (image.shows(box)
          && (pass.confirms(image.pixels(), box) || eyes.roll(image.pixels(), box).isPresent())) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  @Override
  public void close() {
    for (Cascade cascade : List.of(trusted, standard, alternative, patterns)) {
      cascade.close();
    }
  }
}
