package io.mien.drawn.paint;

import java.awt.Color;

/** A colour to calculate with; channels 0 to 255, clamped only when it is put on paper. */
public record Pigment(double red, double green, double blue) {

  public static final Pigment WHITE = Pigment.of(0xFFFFFF);
  public static final Pigment BLACK = Pigment.of(0x000000);

  public static Pigment of(int rgb) {
    return new Pigment(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /** Hue, saturation and brightness, each 0 to 1; the hue wraps around. */
  public static Pigment hsb(double hue, double saturation, double brightness) {
    return of(Color.HSBtoRGB((float) hue, (float) saturation, (float) brightness));
  }

  public Pigment mix(Pigment other, double share) {
    double rest = 1 - share;
    return new Pigment(
        red * rest + other.red * share,
        green * rest + other.green * share,
        blue * rest + other.blue * share);
  }

  public Pigment times(double factor) {
    return new Pigment(red * factor, green * factor, blue * factor);
  }

  public Pigment plus(double offset) {
    return new Pigment(red + offset, green + offset, blue + offset);
  }

  /** Perceived brightness, 0 to 1. */
  public double luma() {
    return (red * 0.30 + green * 0.59 + blue * 0.11) / 255;
  }

  public Color opaque() {
    return glaze(1);
  }

  /** The colour with an opacity from 0 to 1. */
  public Color glaze(double opacity) {
    return new Color(channel(red), channel(green), channel(blue), channel(opacity * 255));
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }
}
