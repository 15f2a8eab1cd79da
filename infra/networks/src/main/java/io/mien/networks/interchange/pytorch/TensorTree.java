package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.interchange.tensor.StoredTensor;
import io.mien.networks.interchange.tensor.TensorGroup;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the dictionaries that hold tensors in what a pickle described, and gives them bytes. */
final class TensorTree {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_VISITS = 1_000_000;
  private static final long MAX_ELEMENTS = 1L << 30;

  private final String file;
  private final StorageBytes bytes;
  private final List<TensorGroup> groups = new ArrayList<>();
  private long elements;
  private int visits;

  TensorTree(String file, StorageBytes bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** One group for every dictionary with tensors, under the keys that lead to it. */
  List<TensorGroup> groups(Object root) {
    if (root instanceof Map<?, ?> map) {
      visit("", map, 0);
    }
    if (groups.isEmpty()) {
      throw new InvalidCheckpoint(
          "%s holds no dictionary of tensors: save the network's state_dict().".formatted(file));
    }
    return List.copyOf(groups);
  }

  private void visit(String path, Map<?, ?> map, int depth) {
    visits += map.size();
    if (depth > MAX_DEPTH || visits > MAX_VISITS) {
      throw new InvalidCheckpoint(
          "%s nests dictionaries deeper than %d or has more than %d entries: it is refused."
              .formatted(file, MAX_DEPTH, MAX_VISITS));
    }
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value instanceof TensorView view) {
            tensors.put(key.toString(), stored(key.toString(), view));
          } else if (value instanceof Map<?, ?> inner) {
            visit(path.isEmpty() ? key.toString() : path + "/" + key, inner, depth + 1);
          }
        });
    if (!tensors.isEmpty()) {
      groups.add(new TensorGroup(path, tensors));
    }
  }

  private StoredTensor stored(String name, TensorView view) {
    elements += view.layout().elements();
    if (elements > MAX_ELEMENTS) {
      throw new InvalidCheckpoint(
          "The tensors of %s have more than %d elements: it is refused."
              .formatted(file, MAX_ELEMENTS));
    }
    Storage storage = view.storage();
    ByteBuffer all = bytes.of(storage);
    int size = storage.type().bytes();
    long available = all.limit() / size;
    if (storage.first() > available || storage.elements() > available - storage.first()) {
      throw new InvalidCheckpoint(
          "Tensor '%s' of %s needs %d elements from %d on of storage '%s', which has %d: cut off?"
              .formatted(
                  name, file, storage.elements(), storage.first(), storage.key(), available));
    }
    int from = Math.toIntExact(storage.first() * size);
    int length = Math.toIntExact(storage.elements() * size);
    ByteBuffer own = all.slice(from, length).order(all.order());
    return new StoredTensor(storage.type(), own, view.layout());
  }
}
