package io.mien.drawn;

import io.mien.drawn.paint.Pigment;

/**
 * The skin in and out of the light.
 *
 * @param relief factor for the opacity of shadows: dark skin needs deeper ones to show its forms
 */
record Skin(Pigment base, Pigment shade, Pigment light, double relief) {

  private static final Pigment DEEP = Pigment.of(0x4A1E10);
  private static final Pigment GLOSS = Pigment.of(0xFFF0DE);

  static Skin of(Complexion complexion) {
    Pigment base = complexion.skin();
    double darkness = 1 - base.luma();
    return new Skin(
        base,
        base.times(.45 - .15 * darkness).mix(DEEP, .25 * (1 - darkness)),
        base.mix(GLOSS, .48),
        1 + .5 * darkness);
  }
}
