package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.drawn.paint.Pigment;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurningTest {

  private static final int SIZE = 64;
  private static final Identity PERSON = Identity.of(5);
  private static final FacialAction OPEN_MOUTH = FacialAction.with(ActionUnit.LIPS_PART, 1);

  @ParameterizedTest
  @ValueSource(doubles = {-90, 45})
  void sameTurnPaintsTheSamePixels(double yaw) {
    assertThat(pixels(paint(FacialAction.REST, yaw)))
        .isEqualTo(pixels(paint(FacialAction.REST, yaw)));
  }

  @Test
  void mouthMovesAcrossThePictureAsTheHeadTurns() {
    double before = 0;
    for (double yaw = -90; yaw <= 90; yaw += 15) {
      double now = mouth(yaw);
      assertThat(now).as("%s°", yaw).isGreaterThan(before);
      before = now;
    }
  }

  @Test
  void noseOfALeftProfilePointsLeft() {
    double middle = FacePainter.middleX(shot(0)) * SIZE / 512;

    assertThat(mouth(-90)).isLessThan(middle - SIZE / 10.0);
    assertThat(mouth(90)).isGreaterThan(middle + SIZE / 10.0);
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_LEFT", "FULL_LEFT"})
  void mirroredPictureIsThatOfTheMirroredPose(Pose pose) {
    int[] left = pixels(paint(FacialAction.REST, pose.yaw()));
    int[] right = pixels(paint(FacialAction.REST, pose.mirrored().yaw()));

    // the parting of the hair and the noise of the camera have no mirror image
    assertThat(distance(mirrored(left), right)).isLessThan(distance(left, right) / 5);
  }

  @ParameterizedTest
  @EnumSource(Pose.class)
  void everyExpressionIsSeenFromEverySide(Pose pose) {
    int[] rest = pixels(paint(FacialAction.REST, pose.yaw()));
    for (Expression expression : Expression.values()) {
      if (expression != Expression.NEUTRAL) {
        FacialAction action = FacialAction.of(Feeling.of(expression, 1), 5);
        assertThat(distance(pixels(paint(action, pose.yaw())), rest))
            .as("%s", expression)
            .isGreaterThan(.1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Pose.class)
  void mouthIsInTheAreaOfTheFace(Pose pose) {
    FaceArea area = face(pose.yaw()).area(SIZE);

    assertThat(mouth(pose.yaw())).isBetween(area.x(), area.x() + area.width());
    assertThat(Math.signum(area.centreX() - face(0).area(SIZE).centreX()))
        .isEqualTo(Math.signum(pose.yaw()));
  }

  private static DrawnFace face(double yaw) {
    return new DrawnFace(
        "P0001", 1, PERSON, Feeling.of(Expression.NEUTRAL, 0), shot(yaw), PERSON.seed());
  }

  /** Symmetrical but for the turn. */
  private static Shot shot(double yaw) {
    Pigment grey = new Pigment(150, 150, 150);
    return new Shot(
        5,
        new HeadPose(0, yaw),
        new Placement(1, 0, 0),
        new Light(0, 1),
        new Backdrop(Backdrop.Kind.HALO, grey, grey),
        new Grain(0, 0));
  }

  private static BufferedImage paint(FacialAction action, double yaw) {
    return FacePainter.paint(PERSON, action, shot(yaw), SIZE);
  }

  /** The column where parting the lips changes the picture. */
  private static double mouth(double yaw) {
    int[] closed = pixels(paint(FacialAction.REST, yaw));
    int[] open = pixels(paint(OPEN_MOUTH, yaw));
    double sum = 0;
    double columns = 0;
    for (int i = 0; i < closed.length; i++) {
      int change = Math.abs(green(closed[i]) - green(open[i]));
      sum += change;
      columns += change * (i % SIZE + .5);
    }
    return columns / sum;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
  }

  private static int[] mirrored(int[] pixels) {
    int[] mirrored = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      mirrored[i] = pixels[i - i % SIZE + SIZE - 1 - i % SIZE];
    }
    return mirrored;
  }

  /** Mean difference of the green channel, in grey levels. */
  private static double distance(int[] one, int[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(green(one[i]) - green(other[i]));
    }
    return sum / one.length;
  }

  private static int green(int rgb) {
    return rgb >> 8 & 255;
  }
}
