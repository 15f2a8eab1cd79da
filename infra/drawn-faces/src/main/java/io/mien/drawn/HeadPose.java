package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * How the head is held, in degrees: roll is clockwise, yaw positive to the right of the picture. Up
 * to 12° of yaw the head is drawn from the front, beyond as a solid that turns.
 */
public record HeadPose(double roll, double yaw) {

  public static final HeadPose FRONTAL = new HeadPose(0, 0);

  private static final double MOST_ROLL = 13;
  private static final double MOST_YAW = 12;
  private static final double MOST_TURN = 100;

  public HeadPose {
    if (!(Math.abs(roll) <= MOST_ROLL && Math.abs(yaw) <= MOST_TURN)) {
      throw new IllegalArgumentException(
          "A head can be drawn up to %s° of roll and %s° of yaw, got %s and %s"
              .formatted(MOST_ROLL, MOST_TURN, roll, yaw));
    }
  }

  static HeadPose of(Framing framing, Dice dice) {
    double steadiness = framing == Framing.STUDIO ? .4 : 1;
    double roll = dice.gaussian(5.5 * steadiness);
    double yaw = dice.gaussian(4.5 * steadiness);
    return new HeadPose(limit(roll, MOST_ROLL), limit(yaw, MOST_YAW));
  }

  /** As held a moment later. */
  HeadPose moved(Dice dice) {
    return new HeadPose(
        limit(roll + dice.gaussian(1.2), MOST_ROLL), limit(yaw + dice.gaussian(.7), MOST_YAW));
  }

  /** Too far for the drawing from the front. */
  boolean isTurned() {
    return Math.abs(yaw) > MOST_YAW;
  }

  private static double limit(double angle, double most) {
    return Math.max(-most, Math.min(most, angle));
  }
}
