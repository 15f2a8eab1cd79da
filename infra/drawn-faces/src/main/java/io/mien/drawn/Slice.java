package io.mien.drawn;

/**
 * A level slice of a turned surface.
 *
 * @param points of the surface as it was before the turn
 * @param across where each is seen, to the right of the picture
 * @param nearness of each to the camera, from the axis
 */
record Slice(double y, Vertex[] points, double[] across, double[] nearness) {

  static Slice of(Surface surface, double y, Meridian[] meridians, Vertex towardsNose) {
    double height = Math.max(surface.top(), Math.min(surface.bottom(), y));
    Vertex[] points = new Vertex[meridians.length];
    double[] across = new double[meridians.length];
    double[] nearness = new double[meridians.length];
    for (int i = 0; i < points.length; i++) {
      Vertex point = surface.at(height, meridians[i]);
      points[i] = point;
      across[i] = point.x() * towardsNose.z() + point.z() * towardsNose.x();
      nearness[i] = point.z() * towardsNose.z() - point.x() * towardsNose.x();
    }
    return new Slice(y, points, across, nearness);
  }

  /** The direction in which the surface faces between two meridians, in the camera's frame. */
  Facing facing(int from, Slice above, Slice below) {
    int to = from + 1;
    double alongX = across[to] - across[from];
    double alongZ = nearness[to] - nearness[from];
    double downX = below.across[from] - above.across[from];
    double downY = below.y - above.y;
    double downZ = below.nearness[from] - above.nearness[from];
    return Facing.of(-alongZ * downY, alongZ * downX - alongX * downZ, alongX * downY);
  }
}
