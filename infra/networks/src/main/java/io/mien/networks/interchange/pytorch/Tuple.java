package io.mien.networks.interchange.pytorch;

import java.util.List;

/** Python's tuple. */
record Tuple(List<Object> items) {
  static final Tuple EMPTY = new Tuple(List.of());

  Tuple {
    items = List.copyOf(items);
  }
}
