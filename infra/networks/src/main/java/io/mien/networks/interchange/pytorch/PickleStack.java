package io.mien.networks.interchange.pytorch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The unpickler's stack. Marks are positions; all growth is bounded. */
final class PickleStack {
  private static final int MAX_PUSHES = 2_000_000;

  private final PickleSource source;
  private final List<Object> values = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private int pushes;

  PickleStack(PickleSource source) {
    this.source = source;
  }

  void push(Object value) {
    count();
    values.add(value);
  }

  void mark() {
    count();
    marks.push(values.size());
  }

  Object pop() {
    if (values.size() <= floor()) {
      throw source.refused("it takes a value from an empty stack");
    }
    return values.remove(values.size() - 1);
  }

  Object peek() {
    Object value = pop();
    values.add(value);
    return value;
  }

  /** The topmost value, which must be of a type. */
  <T> T pop(Class<T> type) {
    return typed(pop(), type);
  }

  <T> T peek(Class<T> type) {
    return typed(peek(), type);
  }

  /** Everything above the last mark, bottom first; the mark goes too. */
  List<Object> popToMark() {
    if (marks.isEmpty()) {
      throw source.refused("it looks for a mark that is not there");
    }
    List<Object> above = values.subList(marks.pop(), values.size());
    List<Object> copy = new ArrayList<>(above);
    above.clear();
    return copy;
  }

  private int floor() {
    return marks.isEmpty() ? 0 : marks.peek();
  }

  private void count() {
    if (++pushes > MAX_PUSHES) {
      throw source.refused("it makes more than %d values".formatted(MAX_PUSHES));
    }
  }

  private <T> T typed(Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw source.refused(
          "found a %s where a %s must be"
              .formatted(value.getClass().getSimpleName(), type.getSimpleName()));
    }
    return type.cast(value);
  }
}
