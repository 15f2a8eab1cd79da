package io.mien.drawn;

/**
 * Where the features are in this picture, with the origin in the middle of the face and y down. The
 * head turns as a cylinder: {@link #x} takes a distance from the middle of the face and says where
 * it is seen.
 *
 * @param turn yaw in radians
 */
record Landmarks(
    double halfWidth, double halfHeight, double turn, double eyes, double nose, double mouth) {

  private static final double CURVATURE = 1.10;
  private static final double JAW_TRAVEL = 10;
  private static final double NOSE_REACH = 1.35;

  static Landmarks of(Bones bones, FacialAction action, HeadPose pose) {
    double jaw = action.positive(ActionUnit.JAW_DROP);
    double eyes = bones.eyes().height();
    double nose = eyes + bones.nose().length();
    return new Landmarks(
        bones.skull().halfWidth(),
        bones.skull().halfHeight() + JAW_TRAVEL * jaw,
        StrictMath.toRadians(pose.yaw()),
        eyes,
        nose,
        nose + bones.mouth().drop());
  }

  double x(double fromMiddle) {
    double radius = halfWidth * CURVATURE;
    return radius * StrictMath.sin(StrictMath.asin(fromMiddle / radius) + turn);
  }

  /** Where the middle of the face is seen. */
  double middle() {
    return x(0);
  }

  /** The nose stands out and moves further than the face. */
  double noseX() {
    return NOSE_REACH * middle();
  }

  /** How much narrower (or wider) the turn makes what lies at this distance from the middle. */
  double stretch(double fromMiddle) {
    double angle = StrictMath.asin(fromMiddle / (halfWidth * CURVATURE));
    return StrictMath.cos(angle + turn) / StrictMath.cos(angle);
  }
}
