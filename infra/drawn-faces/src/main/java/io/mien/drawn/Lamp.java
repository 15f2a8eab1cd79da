package io.mien.drawn;

import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Tone;

/**
 * The light of a shot on a material that turns: the lamp stands where it stood, beside the camera.
 *
 * @param towards the lamp
 * @param shadow what the material's colour is multiplied with in the dark, 0 to 1 in each channel
 * @param gloss how much lighter it becomes where it faces the lamp
 */
record Lamp(Facing towards, Pigment shadow, double gloss) {

  private static final double AMBIENT = .34;
  private static final double NEUTRAL = .80;

  static Lamp of(Light light, Pigment shadow, double gloss) {
    return new Lamp(Facing.of(.85 * light.side(), -.42, .9), shadow, gloss);
  }

  /** The tone of a surface that faces this way. */
  Tone on(Tone tone, Facing facing) {
    double direct = Math.max(0, facing.along(towards));
    double grazing = 1 - Math.max(0, facing.z());
    double level = AMBIENT + (1 - AMBIENT) * direct - .22 * grazing * grazing;
    double dark = Math.max(0, Math.min(1, (NEUTRAL - level) / NEUTRAL));
    double light = 1 + gloss * Math.max(0, level - NEUTRAL);
    return new Tone(
        tone.red() * light * (1 - dark * (1 - shadow.red())),
        tone.green() * light * (1 - dark * (1 - shadow.green())),
        tone.blue() * light * (1 - dark * (1 - shadow.blue())),
        tone.opacity());
  }
}
