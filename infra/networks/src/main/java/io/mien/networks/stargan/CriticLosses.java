package io.mien.networks.stargan;

import java.util.Map;

/** Losses of one critic step: total = fake − |real| part + weighted classification + penalty. */
public record CriticLosses(
    double real, double fake, double classification, double penalty, double total) {

  /** Under the names of the dashboard's curves. */
  public void putInto(Map<String, Double> losses) {
    losses.put("critic/real", real);
    losses.put("critic/fake", fake);
    losses.put("critic/classification", classification);
    losses.put("critic/penalty", penalty);
    losses.put("critic/total", total);
  }
}
