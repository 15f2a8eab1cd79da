package io.mien.networks.interchange.pytorch;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a call in a pickle, with their types checked. */
record Arguments(List<Object> values) {
  int size() {
    return values.size();
  }

  <T> T get(int index, Class<T> type) {
    if (index >= values.size() || !type.isInstance(values.get(index))) {
      throw new IllegalArgumentException(
          "argument %d of %d is no %s".formatted(index, values.size(), type.getSimpleName()));
    }
    return type.cast(values.get(index));
  }

  long number(int index) {
    return get(index, Long.class);
  }

  /** A tuple of whole numbers. */
  List<Long> numbers(int index) {
    Arguments items = new Arguments(get(index, Tuple.class).items());
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      numbers.add(items.number(i));
    }
    return numbers;
  }
}
