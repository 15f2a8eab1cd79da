package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.PictureRefused;
import java.util.Comparator;
import java.util.List;

/** Which of several faces are taken. */
final class ChosenFaces {

  private ChosenFaces() {}

  /**
   * @param faces at least one, the most prominent first
   * @param width of the picture
   * @param height of the picture
   * @throws PictureRefused {@code SEVERAL_FACES}
   */
  static List<FoundFace> of(List<FoundFace> faces, FaceChoice choice, int width, int height) {
    return switch (choice) {
      case ALL -> faces;
      case PROMINENT -> faces.subList(0, 1);
      case SINGLE -> single(faces);
      case LARGEST -> least(faces, Comparator.comparingDouble(face -> -face.box().area()));
      case CENTRAL ->
          least(
              faces,
              Comparator.comparingDouble(
                  face ->
                      Math.hypot(
                          face.box().centreX() / width - 0.5,
                          face.box().centreY() / height - 0.5)));
    };
  }

  private static List<FoundFace> single(List<FoundFace> faces) {
    if (faces.size() > 1) {
      throw new PictureRefused(
          Rejection.Code.SEVERAL_FACES,
          "%d faces were found where a single one was asked for".formatted(faces.size()));
    }
    return faces;
  }

  private static List<FoundFace> least(List<FoundFace> faces, Comparator<FoundFace> order) {
    return faces.stream().min(order).stream().toList();
  }
}
