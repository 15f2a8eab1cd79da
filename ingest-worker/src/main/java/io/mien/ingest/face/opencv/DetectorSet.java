package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.Detectors;
import io.mien.contracts.failure.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The detectors of one cropper, by the names that recipes record. Not thread-safe. */
final class DetectorSet implements AutoCloseable {

  private final List<FaceDetector> detectors = new ArrayList<>();

  /**
   * @param yunet absent when the operator supplies none
   */
  DetectorSet(EyePair eyes, Optional<YunetModel> yunet) {
    detectors.add(new CascadeFaceDetector(eyes));
    yunet.ifPresent(model -> detectors.add(new YunetFaceDetector(model)));
    detectors.add(new WholePicture());
    detectors.add(new CelebaCenterCrop());
  }

  /**
   * @throws InvalidInput {@code unknown-detector}, {@code detector-not-available} or {@code
   *     recipe-not-applicable}
   */
  FaceDetector of(CropRecipe recipe) {
    String name = recipe.detector();
    Detectors.check(name);
    if (name.equals(Detectors.CELEBA_CENTER_CROP) && (recipe.margin() > 0 || recipe.alignEyes())) {
      throw new InvalidInput(
          "recipe-not-applicable",
          "Cannot prepare faces with detector '%s' and a margin of %s, eyes aligned: %s. It takes a fixed part of the picture; choose margin 0 and no alignment."
              .formatted(name, recipe.margin(), recipe.alignEyes()));
    }
    return detectors.stream()
        .filter(detector -> detector.name().equals(name))
        .findFirst()
        .orElseThrow(() -> notAvailable(name));
  }

  private static InvalidInput notAvailable(String name) {
    return new InvalidInput(
        "detector-not-available",
        "Cannot prepare faces with detector '%s': this ingest worker has no model for it. Set mien.ingest.yunet-model to the file %s, or choose another detector."
            .formatted(name, YunetModel.FILE));
  }

  @Override
  public void close() {
    detectors.forEach(FaceDetector::close);
  }
}
