package io.mien.networks.interchange.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which elements of a storage make up a tensor: element (i, j, …) lies at offset + i·stride₀ +
 * j·stride₁ …, in elements.
 */
public record Layout(long offset, List<Long> shape, List<Long> strides) {
  private static final int MAX_DIMENSIONS = 8;

  public Layout {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
    if (shape.size() != strides.size() || shape.size() > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "shape %s and strides %s do not belong together".formatted(shape, strides));
    }
    if (offset < 0 || negative(shape) || negative(strides)) {
      throw new IllegalArgumentException(
          "offset %d, shape %s or strides %s is negative".formatted(offset, shape, strides));
    }
  }

  /** Row-major from the first element. */
  public static Layout contiguous(List<Long> shape) {
    List<Long> strides = new ArrayList<>(shape);
    long stride = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      strides.set(i, stride);
      stride = Math.multiplyExact(stride, shape.get(i));
    }
    return new Layout(0, shape, strides);
  }

  /** Number of elements of the tensor. */
  public long elements() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }

  /**
   * Checks that the tensor lies within a storage of so many elements and uses none of them twice.
   *
   * @throws IllegalArgumentException otherwise
   */
  public void verify(long available) {
    try {
      long reach = elements() == 0 ? 0 : reach();
      if (Math.addExact(offset, reach) > available) {
        throw new IllegalArgumentException(
            "offset %d, shape %s and strides %s reach beyond the storage's %d elements"
                .formatted(offset, shape, strides, available));
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "shape %s with strides %s is too large".formatted(shape, strides), e);
    }
  }

  /** Elements from the first to the last, both counted; refuses dimensions that overlap. */
  private long reach() {
    List<Integer> inner = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i) > 1) {
        inner.add(i);
      }
    }
    inner.sort(Comparator.comparing(strides::get));
    long reach = 1;
    for (int i : inner) {
      if (strides.get(i) < reach) {
        throw new IllegalArgumentException(
            "shape %s with strides %s uses elements twice".formatted(shape, strides));
      }
      long further = Math.multiplyExact(shape.get(i) - 1, strides.get(i));
      reach = Math.addExact(reach, further);
    }
    return reach;
  }

  private static boolean negative(List<Long> values) {
    return values.stream().anyMatch(value -> value < 0);
  }
}
