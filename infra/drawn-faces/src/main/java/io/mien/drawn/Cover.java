package io.mien.drawn;

import io.mien.drawn.paint.Texture;
import io.mien.drawn.paint.Tone;

/**
 * What a surface is covered with: a drawing from the front that gives way to one from the side.
 *
 * @param sideFrom sine of the meridian where the drawing from the side begins to show
 * @param sideAlone sine where nothing else shows
 */
record Cover(Texture front, Texture side, double sideFrom, double sideAlone) {

  static Cover of(Texture front, Texture side) {
    return new Cover(front, side, .78, .95);
  }

  /** Seen from the side alone. */
  static Cover of(Texture side) {
    return new Cover(side, side, -1, -.5);
  }

  Tone at(Vertex point, double y, Meridian meridian) {
    double aside = Math.abs(meridian.sine()) - sideFrom;
    double share = meridian.isInFront() ? aside / (sideAlone - sideFrom) : 1;
    if (share <= 0) {
      return front.at(point.x(), y);
    }
    Tone beside = side.at(point.z(), y);
    return share >= 1 ? beside : front.at(point.x(), y).mix(beside, share);
  }
}
