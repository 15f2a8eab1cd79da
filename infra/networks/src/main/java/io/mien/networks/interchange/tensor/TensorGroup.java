package io.mien.networks.interchange.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tensors that belong together, such as one network's state_dict.
 *
 * @param path of keys that lead to it in the file, joined by '/'; empty for the file itself
 */
public record TensorGroup(String path, Map<String, StoredTensor> tensors) {
  private static final String DATA_PARALLEL = "module.";

  /** Copies the tensors; DataParallel's prefix is dropped when all names have it. */
  public TensorGroup {
    boolean parallel = tensors.keySet().stream().allMatch(name -> name.startsWith(DATA_PARALLEL));
    Map<String, StoredTensor> own = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) ->
            own.put(parallel ? name.substring(DATA_PARALLEL.length()) : name, tensor));
    tensors = Collections.unmodifiableMap(own);
  }

  /** The tensors whose names start with a prefix, without it, as a group of its own. */
  public TensorGroup under(String prefix) {
    Map<String, StoredTensor> inner = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            inner.put(name.substring(prefix.length()), tensor);
          }
        });
    String step = prefix.substring(0, prefix.length() - 1);
    return new TensorGroup(path.isEmpty() ? step : path + "/" + step, inner);
  }

  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** All values of a tensor that is there, in row-major order. */
  public float[] values(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("There is no '%s' in %s.".formatted(name, summary()));
    }
    return tensor.values();
  }

  /** Size of one dimension; 0 when there is no such tensor or dimension. */
  public int side(String name, int dimension) {
    StoredTensor tensor = tensors.get(name);
    return tensor == null || tensor.shape().size() <= dimension
        ? 0
        : Math.toIntExact(tensor.shape().get(dimension));
  }

  /** Number of dimensions of a tensor; 0 when there is none. */
  public int dimensions(String name) {
    StoredTensor tensor = tensors.get(name);
    return tensor == null ? 0 : tensor.shape().size();
  }

  /** Number of values of all tensors together. */
  public long weights() {
    return tensors.values().stream()
        .mapToLong(tensor -> tensor.layout().elements())
        .reduce(0, Math::addExact);
  }

  /** For error messages: the path, how many tensors, and the first names. */
  public String summary() {
    return "'%s' (%d tensors: %s%s)"
        .formatted(
            path,
            tensors.size(),
            tensors.keySet().stream().limit(3).collect(Collectors.joining(", ")),
            tensors.size() > 3 ? ", …" : "");
  }
}
