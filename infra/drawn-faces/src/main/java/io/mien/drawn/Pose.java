package io.mien.drawn;

import java.util.Arrays;
import java.util.Locale;

/**
 * Which way a head is turned, in the five classes of KDEF. Left and right are those of the picture:
 * in a full left profile the nose points to the left edge and the person's left cheek is seen.
 * Mirroring a picture mirrors its pose.
 */
public enum Pose {
  FULL_LEFT(-90, "FL"),
  HALF_LEFT(-45, "HL"),
  STRAIGHT(0, "S"),
  HALF_RIGHT(45, "HR"),
  FULL_RIGHT(90, "FR");

  private final double yaw;
  private final String kdefCode;

  Pose(double yaw, String kdefCode) {
    this.yaw = yaw;
    this.kdefCode = kdefCode;
  }

  /** The class of a yaw in degrees. */
  public static Pose of(double yaw) {
    Pose[] all = values();
    int step = (int) Math.floor(yaw / HALF_RIGHT.yaw + 0.5) + STRAIGHT.ordinal();
    return all[Math.max(0, Math.min(all.length - 1, step))];
  }

  /** The pose of a label. */
  public static Pose labelled(String label) {
    return Arrays.stream(values())
        .filter(pose -> pose.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No pose "
                        + label
                        + ", only "
                        + Arrays.stream(values()).map(Pose::label).toList()));
  }

  /** The label: {@code full-left}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The angle of the class in degrees, positive to the right of the picture. */
  public double yaw() {
    return yaw;
  }

  public Pose mirrored() {
    return values()[values().length - 1 - ordinal()];
  }

  String kdefCode() {
    return kdefCode;
  }
}
