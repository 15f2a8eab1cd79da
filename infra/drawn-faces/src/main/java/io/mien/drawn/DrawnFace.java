package io.mien.drawn;

import java.awt.image.BufferedImage;

/**
 * One picture of the dataset and everything that is true of it.
 *
 * @param subject name of the person, unique in the dataset, such as {@code P0001}
 * @param number the shot's number among those of the person and the expression, from 1
 * @param seed decides what the expression leaves open
 */
public record DrawnFace(
    String subject, int number, Identity identity, Feeling feeling, Shot shot, long seed) {

  public Expression expression() {
    return feeling.expression();
  }

  /** 0 for neutral, else how much of the full expression is shown. */
  public double intensity() {
    return feeling.intensity();
  }

  public Attributes attributes() {
    return identity.attributes();
  }

  public HeadPose pose() {
    return shot.pose();
  }

  /** The class of the pose. */
  public Pose poseClass() {
    return Pose.of(pose().yaw());
  }

  /** Where the face is in the picture, in pixels, however it is turned. */
  public FaceArea area(int size) {
    return FaceArea.of(identity.bones(), shot, size);
  }

  /** The same moment in another picture. */
  DrawnFace in(Shot other) {
    return new DrawnFace(subject, number, identity, feeling, other, seed);
  }

  /** The same picture earlier in the movement: 0 is neutral, 1 this face. */
  public DrawnFace at(double phase) {
    Feeling partial =
        new Feeling(
            feeling.expression(),
            feeling.intensity() * phase,
            feeling.undertone(),
            feeling.undertoneShare());
    return new DrawnFace(subject, number, identity, partial, shot, seed);
  }

  public FacialAction action() {
    return FacialAction.of(feeling, seed);
  }

  /** Paints the picture anew; see {@link FacePainter#paint}. */
  public BufferedImage render(int size) {
    return FacePainter.paint(identity, action(), shot, size);
  }
}
