package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PaintingTest {

  private static final Identity PERSON = Identity.of(5);
  private static final Shot SHOT = Shot.of(5, Framing.STUDIO);

  @Test
  void sameArgumentsPaintTheSamePixels() {
    FacialAction action = FacialAction.of(Feeling.of(Expression.HAPPY, 1), 5);

    BufferedImage first = FacePainter.paint(PERSON, action, SHOT, 64);
    BufferedImage again = FacePainter.paint(PERSON, action, SHOT, 64);

    assertThat(pixels(again)).isEqualTo(pixels(first));
    assertThat(first.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void everyExpressionLooksUnlikeEveryOther() {
    // Given one person in one shot, so that nothing but the expression differs
    Expression[] all = Expression.values();

    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(face(all[i], 1), face(all[j], 1)))
            .as("%s against %s", all[i], all[j])
            .isGreaterThan(.5);
      }
    }
  }

  @Test
  void strongerFeelingIsFurtherFromRest() {
    for (Expression expression : Expression.values()) {
      if (expression != Expression.NEUTRAL) {
        int[] rest = face(Expression.NEUTRAL, 0);
        assertThat(distance(face(expression, .9), rest))
            .as("%s", expression)
            .isGreaterThan(distance(face(expression, .3), rest));
      }
    }
  }

  @Test
  void undertoneLiesBetweenTheTwoExpressions() {
    FacialAction sad = action(Feeling.of(Expression.SAD, 1));
    FacialAction blended = action(new Feeling(Expression.SAD, 1, Expression.SURPRISED, .4));

    assertThat(blended.value(ActionUnit.OUTER_BROW_RAISER))
        .isGreaterThan(sad.value(ActionUnit.OUTER_BROW_RAISER) + .3);
    assertThat(blended.value(ActionUnit.LIP_CORNER_DEPRESSOR))
        .isLessThan(sad.value(ActionUnit.LIP_CORNER_DEPRESSOR));
  }

  @Test
  void beardAndGlassesOfTheAttributesAreInThePicture() {
    for (long seed = 1; seed <= 40; seed++) {
      Identity person = Identity.of(seed);
      if (person.grooming().glasses()) {
        assertThat(distance(neutral(person), neutral(without(person, Beard.NONE, false))))
            .as("person %d", seed)
            .isGreaterThan(.03);
      }
      if (person.grooming().beard() != Beard.NONE) {
        boolean glasses = person.grooming().glasses();
        assertThat(distance(neutral(person), neutral(without(person, Beard.NONE, glasses))))
            .as("person %d", seed)
            .isGreaterThan(.03);
      }
    }
  }

  @Test
  void pictureTooSmallForAFaceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FacePainter.paint(PERSON, FacialAction.REST, SHOT, 8))
        .withMessageContaining("person 5")
        .withMessageContaining("16 or more");
  }

  private static Identity without(Identity person, Beard beard, boolean glasses) {
    Grooming was = person.grooming();
    Grooming now =
        new Grooming(was.hairColour(), was.hair(), was.hairStyle(), beard, glasses, was.clothes());
    return new Identity(
        person.seed(), person.gender(), person.age(), person.complexion(), person.bones(), now);
  }

  private static int[] neutral(Identity person) {
    return pixels(FacePainter.paint(person, FacialAction.REST, SHOT, 64));
  }

  private static FacialAction action(Feeling feeling) {
    return FacialAction.of(feeling, 5);
  }

  private static int[] face(Expression expression, double intensity) {
    return pixels(FacePainter.paint(PERSON, action(Feeling.of(expression, intensity)), SHOT, 64));
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  /** Mean difference of the green channel, in grey levels. */
  private static double distance(int[] one, int[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] >> 8 & 255) - (other[i] >> 8 & 255));
    }
    return sum / (double) one.length;
  }
}
