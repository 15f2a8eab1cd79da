package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelRows;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.Counterpart;
import io.mien.networks.stargan.StarGanBatch;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes arrays of drawn batches. */
final class BatchArrays {
  private final TrainingSets sets;
  private final long seed;

  BatchArrays(TrainingSets sets, long seed) {
    this.sets = sets;
    this.seed = seed;
  }

  StarGanBatch of(DrawnBatch drawn, NDManager scope) {
    int size = drawn.originals().size();
    return new StarGanBatch(
        drawn.memory().images().array(size, scope),
        labels(drawn.set(), drawn.originals(), scope),
        labels(drawn.set(), drawn.targets(), scope),
        column(alpha(drawn.part()), scope),
        sets.group(drawn.set()),
        counterpart(drawn, scope),
        new StarGanBatch.Changes(
            drawn.part().random(seed, "critic-augmentation"),
            drawn.part().random(seed, "critic-augmentation/generator")));
  }

  private StarGanBatch.Labels labels(int set, List<HeldLabels> held, NDManager scope) {
    NDArray values = LabelRows.values(sets.get(set).labels(), held, scope);
    if (sets.labels().groups().size() == 1) {
      return new StarGanBatch.Labels(values, values); // one group: the condition is the label
    }
    return new StarGanBatch.Labels(
        values, LabelRows.conditions(sets.labels(), sets.group(set), held, scope));
  }

  private static @Nullable Counterpart counterpart(DrawnBatch drawn, NDManager scope) {
    float[] known = drawn.known();
    return known == null
        ? null
        : new Counterpart(
            drawn.memory().counterparts().array(known.length, scope), column(known, scope));
  }

  private float[] alpha(BatchPart part) {
    List<Float> drawn = part.random(seed, "alpha").draw(part.size(), CounterRandom::nextFloat);
    float[] values = new float[drawn.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = drawn.get(i);
    }
    return values;
  }

  private static NDArray column(float[] values, NDManager scope) {
    Shape shape = new Shape(values.length, 1, 1, 1);
    return scope.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
  }
}
