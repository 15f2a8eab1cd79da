package io.mien.drawn;

import io.mien.drawn.paint.Dice;

/**
 * The weaknesses of the camera.
 *
 * @param noise deviation in grey levels
 * @param blur share of a pixel that each neighbour gets
 */
public record Grain(double noise, double blur) {

  static Grain of(Dice dice) {
    double softness = dice.unit();
    return new Grain(dice.between(.8, 3.6), softness < .4 ? 0 : .02 + .08 * (softness - .4));
  }
}
