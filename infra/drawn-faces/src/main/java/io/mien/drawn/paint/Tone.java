package io.mien.drawn.paint;

/**
 * A colour with its opacity.
 *
 * @param red already multiplied by the opacity, as the other channels; 0 to 255
 * @param opacity 0 to 1
 */
public record Tone(double red, double green, double blue, double opacity) {

  public static final Tone NOTHING = new Tone(0, 0, 0, 0);

  public Tone darkened(double factor) {
    return new Tone(red * factor, green * factor, blue * factor, opacity);
  }

  public Tone mix(Tone other, double share) {
    double rest = 1 - share;
    return new Tone(
        red * rest + other.red * share,
        green * rest + other.green * share,
        blue * rest + other.blue * share,
        opacity * rest + other.opacity * share);
  }
}
