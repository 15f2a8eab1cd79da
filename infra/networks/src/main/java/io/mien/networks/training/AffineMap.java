package io.mien.networks.training;

import io.mien.networks.random.CounterRandom;

/**
 * Where the pixels of a turned and resized square image come from, in pixels whose centres are
 * whole numbers.
 *
 * @param along cos angle / scale
 * @param across sin angle / scale
 * @param centre coordinate that both axes turn about
 */
record AffineMap(double along, double across, double centre) {
  static AffineMap of(double degrees, double scale, int size) {
    double angle = Math.toRadians(degrees);
    return new AffineMap(Math.cos(angle) / scale, Math.sin(angle) / scale, (size - 1) / 2.0);
  }

  static AffineMap draw(Warp warp, int size, CounterRandom random) {
    double degrees = warp.rotation() * (2 * random.nextDouble() - 1);
    double scale = 1 + warp.scale() * (2 * random.nextDouble() - 1);
    return of(degrees, scale, size);
  }

  double column(int x, int y) {
    return centre + along * (x - centre) - across * (y - centre);
  }

  double row(int x, int y) {
    return centre + across * (x - centre) + along * (y - centre);
  }
}
