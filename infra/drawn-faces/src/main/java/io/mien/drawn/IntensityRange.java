package io.mien.drawn;

/** How strong expressions are drawn, from the weakest to the strongest, each 0 to 1. */
public record IntensityRange(double weakest, double strongest) {

  public static final IntensityRange DEFAULT = new IntensityRange(.55, 1);

  public IntensityRange {
    if (!(0 < weakest && weakest <= strongest && strongest <= 1)) {
      throw new IllegalArgumentException(
          "Intensities must lie above 0, up to 1 and in order, got "
              + weakest
              + " to "
              + strongest);
    }
  }
}
