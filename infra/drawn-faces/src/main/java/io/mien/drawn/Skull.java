package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * The outline of the head.
 *
 * @param halfWidth at the cheekbones
 * @param halfHeight crown to chin
 * @param jaw width of the jaw as a share of the half width
 * @param chin width of the chin as a share of the half width
 * @param hairline height of the hairline as a share of the half height
 */
public record Skull(double halfWidth, double halfHeight, double jaw, double chin, double hairline) {

  static Skull of(Gender gender, Dice dice) {
    boolean female = gender == Gender.FEMALE;
    return new Skull(
        dice.between(112, 128),
        dice.between(148, 166),
        female ? dice.between(.60, .76) : dice.between(.68, .90),
        dice.between(.22, .40),
        dice.between(.64, .76));
  }
}
