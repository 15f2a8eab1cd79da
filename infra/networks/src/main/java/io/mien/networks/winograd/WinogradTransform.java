package io.mien.networks.winograd;

/**
 * Winograd's F(m, r): m outputs of a filter of r taps by m + r − 1 multiplications (Lavin and Gray
 * 2016, arXiv 1509.09308), output · ((kernel · g) ⊙ (input · d)). The filter is a product of
 * polynomials transposed, evaluated at the points 0, 1, −1, 2, −2 and infinity; the denominators
 * are on the kernel's side, so that the other two matrices hold small whole numbers.
 *
 * @param outputs m
 * @param taps r; m + r is at most 7
 */
record WinogradTransform(int outputs, int taps) {
  private static final int[] POINTS = {0, 1, -1, 2, -2};

  WinogradTransform {
    if (outputs < 1 || taps < 1 || outputs + taps > POINTS.length + 2) {
      throw new IllegalArgumentException(
          "F(%d, %d) needs more points than there are: the sum may be up to %d."
              .formatted(outputs, taps, POINTS.length + 2));
    }
  }

  /** Side of an input tile, m + r − 1. */
  int side() {
    return outputs + taps - 1;
  }

  /** (side, side), in one dimension. */
  double[][] input() {
    double[][] rows = new double[side()][];
    for (int i = 0; i < side(); i++) {
      rows[i] = polynomialWithout(i);
    }
    return rows;
  }

  /** (side, r), in one dimension. */
  double[][] kernel() {
    double[][] rows = powers(taps);
    for (int i = 0; i < side() - 1; i++) {
      double denominator = 1;
      for (int k = 0; k < side() - 1; k++) {
        denominator *= k == i ? 1 : POINTS[i] - POINTS[k];
      }
      for (int j = 0; j < taps; j++) {
        rows[i][j] /= denominator;
      }
    }
    return rows;
  }

  /** (m, side), in one dimension. */
  double[][] output() {
    double[][] powers = powers(outputs);
    double[][] rows = new double[outputs][side()];
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < side(); i++) {
        rows[j][i] = powers[i][j];
      }
    }
    return rows;
  }

  /** The same in two dimensions, row by row: the Kronecker product of a matrix with itself. */
  static double[] squared(double[][] matrix) {
    int rows = matrix.length;
    int columns = matrix[0].length;
    double[] product = new double[rows * rows * columns * columns];
    int at = 0;
    for (int row = 0; row < rows * rows; row++) {
      for (int column = 0; column < columns * columns; column++) {
        product[at++] = matrix[row / rows][column / columns] * matrix[row % rows][column % columns];
      }
    }
    return product;
  }

  /** Powers 0 to count − 1 of every point; of infinity only the highest counts. */
  private double[][] powers(int count) {
    double[][] powers = new double[side()][count];
    for (int i = 0; i < side() - 1; i++) {
      for (int j = 0; j < count; j++) {
        powers[i][j] = Math.pow(POINTS[i], j);
      }
    }
    powers[side() - 1][count - 1] = 1;
    return powers;
  }

  /** Coefficients of Π (x − p) over all finite points p but number {@code left}. */
  private double[] polynomialWithout(int left) {
    double[] coefficients = new double[side()];
    coefficients[0] = 1;
    for (int k = 0; k < side() - 1; k++) {
      if (k != left) {
        for (int power = side() - 1; power >= 0; power--) {
          double lower = power > 0 ? coefficients[power - 1] : 0;
          coefficients[power] = lower - POINTS[k] * coefficients[power];
        }
      }
    }
    return coefficients;
  }
}
