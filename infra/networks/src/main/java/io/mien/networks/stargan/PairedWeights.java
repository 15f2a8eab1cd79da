package io.mien.networks.stargan;

/**
 * Weights of losses against a real picture of the same person with the wanted expression, for
 * datasets that have one (laboratory datasets do: every person shows every expression). 0 and 0 is
 * StarGAN, which needs no pairs.
 *
 * @param pixels mean |y − G(x, t)|
 * @param features feature matching (Wang et al. 2018, pix2pixHD, eq. 2): over the critic's layers,
 *     the mean of |D_l(y) − D_l(G(x, t))| relative to the mean of |D_l(y)|
 */
public record PairedWeights(double pixels, double features) {
  public PairedWeights {
    if (!(pixels >= 0 && features >= 0)) {
      throw new IllegalArgumentException(
          "Weights of paired losses must not be negative; found %s and %s."
              .formatted(pixels, features));
    }
  }

  public static PairedWeights none() {
    return new PairedWeights(0, 0);
  }

  public boolean used() {
    return pixels > 0 || features > 0;
  }
}
