package io.mien.networks.interchange;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.interchange.tensor.StoredTensor;
import io.mien.networks.interchange.tensor.TensorGroup;
import io.mien.networks.layer.Overwrite;
import io.mien.networks.parameter.Parameters;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Copies tensors into a network of the same names and shapes, all of them or none. */
final class WeightTransfer {
  private static final Predicate<String> COUNTER = name -> name.endsWith("num_batches_tracked");

  private WeightTransfer() {}

  /** Overwrites a network's arrays; names that {@code ignored} accepts may be left over. */
  static void copy(TensorGroup from, Predicate<String> ignored, List<Parameters> into) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    into.forEach(parameters -> arrays.putAll(parameters.asMap()));
    verify(from, ignored.or(COUNTER), arrays);
    arrays.forEach(
        (name, array) -> {
          float[] values = finite(name, from.values(name));
          try (NDArray read =
              array
                  .getManager()
                  .create(FloatBuffer.wrap(values), array.getShape(), DataType.FLOAT32)) {
            Overwrite.with(array, read);
          }
        });
  }

  private static void verify(
      TensorGroup from, Predicate<String> ignored, Map<String, NDArray> arrays) {
    List<String> wrong = new ArrayList<>();
    arrays.forEach(
        (name, array) -> {
          StoredTensor tensor = from.tensors().get(name);
          if (tensor == null) {
            wrong.add("'%s' is missing".formatted(name));
          } else if (!shape(tensor).equals(array.getShape())) {
            wrong.add("'%s' is %s instead of %s".formatted(name, tensor.shape(), array.getShape()));
          }
        });
    Set<String> unknown = new HashSet<>(from.tensors().keySet());
    unknown.removeAll(arrays.keySet());
    unknown.stream()
        .filter(ignored.negate())
        .sorted()
        .forEach(name -> wrong.add("'%s' has no place".formatted(name)));
    if (!wrong.isEmpty()) {
      throw new InvalidCheckpoint(
          "The tensors %s are another network's: %s%s."
              .formatted(
                  from.summary(),
                  String.join(", ", wrong.subList(0, Math.min(5, wrong.size()))),
                  wrong.size() > 5 ? " and %d more".formatted(wrong.size() - 5) : ""));
    }
  }

  private static float[] finite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InvalidCheckpoint(
            "Value %d of '%s' is %s: whatever trained these weights has diverged."
                .formatted(i, name, values[i]));
      }
    }
    return values;
  }

  private static Shape shape(StoredTensor tensor) {
    return new Shape(new ArrayList<>(tensor.shape()));
  }
}
