package io.mien.networks.stargan;

import java.util.Map;

/** Losses of one generator step. */
public record GeneratorLosses(
    double fake,
    double classification,
    double reconstruction,
    double change,
    double pairs,
    double total) {

  /** Under the names of the dashboard's curves. */
  public void putInto(Map<String, Double> losses) {
    losses.put("generator/fake", fake);
    losses.put("generator/classification", classification);
    losses.put("generator/reconstruction", reconstruction);
    losses.put("generator/change", change);
    losses.put("generator/pairs", pairs);
    losses.put("generator/total", total);
  }
}
