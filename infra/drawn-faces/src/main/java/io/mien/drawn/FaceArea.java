package io.mien.drawn;

import io.mien.drawn.paint.Brush;

/**
 * The square around a face in a picture, in pixels: from the middle of the forehead to the chin, as
 * OpenCV's frontal cascade marks it, around the middle of what is seen of the face.
 */
public record FaceArea(double x, double y, double width, double height) {

  private static final double HALF_SIDE = 1.16;
  private static final double BELOW_MIDDLE = .10;
  private static final double BEFORE_EARS = .78;

  static FaceArea of(Bones bones, Shot shot, int size) {
    double w = bones.skull().halfWidth();
    double h = bones.skull().halfHeight();
    HeadPose pose = shot.pose();
    double right = w * BEFORE_EARS * StrictMath.sin(StrictMath.toRadians(pose.yaw()));
    double down = h * BELOW_MIDDLE;
    double cosine = StrictMath.cos(StrictMath.toRadians(pose.roll()));
    double sine = StrictMath.sin(StrictMath.toRadians(pose.roll()));
    double scale = shot.placement().scale();
    double unit = size / Brush.PICTURE;
    double x = FacePainter.middleX(shot) + scale * (right * cosine - down * sine);
    double y = FacePainter.middleY(shot) + scale * (right * sine + down * cosine);
    double half = scale * w * HALF_SIDE;
    return new FaceArea((x - half) * unit, (y - half) * unit, 2 * half * unit, 2 * half * unit);
  }

  public double centreX() {
    return x + width / 2;
  }

  public double centreY() {
    return y + height / 2;
  }
}
