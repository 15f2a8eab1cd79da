package io.mien.networks.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.List;

/** Held labels as arrays, one image a row. */
public final class LabelRows {
  private LabelRows() {}

  /** Label values (N, labels of the group), 1 where a label holds. */
  public static NDArray values(LabelGroup group, List<HeldLabels> held, NDManager manager) {
    FloatBuffer values = FloatBuffer.allocate(held.size() * group.size());
    held.forEach(labels -> values.put(group.values(labels)));
    Shape shape = new Shape(held.size(), group.size());
    return manager.create(values.flip(), shape, DataType.FLOAT32);
  }

  /** Condition vectors (N, conditions of the space) for labels of one group. */
  public static NDArray conditions(
      LabelSpace space, int group, List<HeldLabels> held, NDManager manager) {
    FloatBuffer values = FloatBuffer.allocate(held.size() * space.conditions());
    held.forEach(labels -> values.put(space.condition(group, space.group(group).values(labels))));
    Shape shape = new Shape(held.size(), space.conditions());
    return manager.create(values.flip(), shape, DataType.FLOAT32);
  }
}
