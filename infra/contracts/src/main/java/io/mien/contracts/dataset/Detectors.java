package io.mien.contracts.dataset;

import io.mien.contracts.failure.InvalidInput;
import java.util.List;
import java.util.Set;

/**
 * The names of the face detectors that recipes record. Another name means other boxes, so that
 * checkpoints never meet crops that they were not made for; old ones stay.
 */
public final class Detectors {

  public static final String CASCADE_V1 = "cascade-v1";

  /** OpenCV's YuNet of March 2023; the operator supplies its file to the ingest workers. */
  public static final String YUNET_V1 = "yunet-v1";

  /** The largest centred square, for pictures that are cropped already. */
  public static final String WHOLE_PICTURE = "whole-picture";

  /** What StarGAN's reference takes of CelebA's aligned pictures: 178 of 178 by 218 pixels. */
  public static final String CELEBA_CENTER_CROP = "celeba-center-crop";

  public static final List<String> NAMES =
      List.of(CASCADE_V1, YUNET_V1, WHOLE_PICTURE, CELEBA_CENTER_CROP);

  private static final Set<String> WITHOUT_SEARCH = Set.of(WHOLE_PICTURE, CELEBA_CENTER_CROP);

  private Detectors() {}

  /**
   * @throws InvalidInput {@code unknown-detector}
   */
  public static void check(String detector) {
    if (!NAMES.contains(detector)) {
      throw new InvalidInput(
          "unknown-detector",
          "There is no detector '%s'; choose one of %s."
              .formatted(detector, String.join(", ", NAMES)));
    }
  }

  /** Whether it looks for faces; the others take a fixed part of every picture. */
  public static boolean searches(String detector) {
    return !WITHOUT_SEARCH.contains(detector);
  }
}
