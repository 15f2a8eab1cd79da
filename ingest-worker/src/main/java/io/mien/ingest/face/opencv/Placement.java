package io.mien.ingest.face.opencv;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.picture.CropPlacement;

/** Where the square that a recipe cuts out lies in the photo, as {@link CropWarp} takes it. */
final class Placement {

  private Placement() {}

  /**
   * @param face in the decoded picture
   * @param rollDegrees clockwise, as it was removed
   * @param reduction pixels of the photo for each of the decoded picture
   */
  static CropPlacement of(Box face, double rollDegrees, CropRecipe recipe, int reduction) {
    double step = recipe.side(face.width(), face.height()) / recipe.size() * reduction;
    double cos = Math.cos(Math.toRadians(rollDegrees)) * step;
    double sin = Math.sin(Math.toRadians(rollDegrees)) * step;
    double middle = recipe.size() / 2.0;
    return new CropPlacement(
        cos,
        -sin,
        face.centreX() * reduction - (cos - sin) * middle,
        sin,
        cos,
        face.centreY() * reduction - (sin + cos) * middle);
  }
}
