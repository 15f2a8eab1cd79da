package io.mien.networks.dcgan;

import java.util.Map;

/**
 * Losses of one critic step: total = real + fake + weighted penalty. Under a Wasserstein objective
 * −(real + fake) estimates the distance between real and generated images.
 */
public record CriticLosses(double real, double fake, double penalty, double total) {

  /** Under the names of the dashboard's curves. */
  public void putInto(Map<String, Double> losses) {
    losses.put("critic/real", real);
    losses.put("critic/fake", fake);
    losses.put("critic/penalty", penalty);
    losses.put("critic/total", total);
  }
}
