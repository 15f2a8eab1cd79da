package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.LabelPlanes;
import io.mien.networks.script.TorchFunction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a plane of ones for each condition adds to the first convolution, computed once. Zero
 * padding makes it differ within half a kernel of the border, so a map of one kernel's size holds
 * all values (see {@link LabelPlanes}).
 *
 * @param kernel k
 * @param values (K, k·k·C)
 * @param addition to maps that are at least as large as the kernel
 */
record PlaneResponses(int kernel, NDArray values, TorchFunction addition) {
  /** By kernel: a compiled function lives as long as the process. */
  private static final Map<Integer, TorchFunction> ADDITIONS = new ConcurrentHashMap<>();

  private static final String ADD =
      """
          n, h, w, c, = torch.size(x)
          small = torch.reshape(torch.mm(condition, values), [n, {k}, {k}, c])
          top = torch.slice(small, 1, 0, {r}, 1)
          middle = torch.slice(small, 1, {r}, {s}, 1)
          bottom = torch.slice(small, 1, {s}, {k}, 1)
          many = torch.expand(middle, [n, torch.sub(h, torch.mul(2, {r})), {k}, c])
          tall = torch.cat([top, many, bottom], 1)
          end = torch.sub(w, {r})
          _0 = torch.add_(torch.slice(x, 2, 0, {r}, 1), torch.slice(tall, 2, 0, {r}, 1))
          _1 = torch.add_(torch.slice(x, 2, {r}, end, 1), torch.slice(tall, 2, {r}, {s}, 1))
          return torch.add_(torch.slice(x, 2, end, w, 1), torch.slice(tall, 2, {s}, {k}, 1))
      """;

  /** Of a weight (C, K, k, k); the values belong to the manager. */
  static PlaneResponses of(NDArray weight, NDManager manager) {
    Shape shape = weight.getShape();
    int kernel = (int) shape.get(2);
    long conditions = shape.get(1);
    try (NDArray each = manager.eye((int) conditions);
        NDArray responses = LabelPlanes.response(each, weight, kernel, kernel);
        NDArray turned = responses.transpose(0, 2, 3, 1)) {
      NDArray values = turned.reshape(conditions, turned.size() / conditions);
      values.attach(manager);
      return new PlaneResponses(
          kernel, values, ADDITIONS.computeIfAbsent(kernel, PlaneResponses::addition));
    }
  }

  /** Adds the responses to conditions (N, K) to maps (N, H, W, C), in place. */
  void addTo(NDArray maps, NDArray condition) {
    Shape shape = maps.getShape();
    if (Math.min(shape.get(1), shape.get(2)) < kernel) {
      throw new IllegalArgumentException(
          "Images of at least %d x %d are needed, found %s."
              .formatted(kernel, kernel, shape.slice(1, 3)));
    }
    addition.apply(maps, condition, values).close();
  }

  private static TorchFunction addition(int kernel) {
    String script =
        ADD.replace("{k}", Integer.toString(kernel))
            .replace("{r}", Integer.toString(kernel / 2))
            .replace("{s}", Integer.toString(kernel / 2 + 1));
    return TorchFunction.of(script, "x", "condition", "values");
  }
}
