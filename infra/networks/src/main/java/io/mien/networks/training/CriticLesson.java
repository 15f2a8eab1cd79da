package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.Autograd;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.LabelRows;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The critic's warm-up: label loss alone, the sets in turn. The next batch is drawn on another
 * thread until the last step, after which the optimiser starts afresh.
 */
final class CriticLesson implements AutoCloseable {
  private static final Schedule COURSE = new Schedule(ScheduleKind.COSINE, 0, 0.05);

  private final CriticWarmup warmup;
  private final TrainingSets sets;
  private final StarGanState state;
  private final List<BatchPixels> pixels = new ArrayList<>();
  private int largestBatch;
  private @Nullable Prefetch<PixelMemory, DrawnPixels> batches;

  CriticLesson(StarGanTrainingSpec spec, TrainingSets sets, StarGanState state) {
    this.warmup = spec.warmup();
    this.sets = sets;
    this.state = state;
    long seed = CounterRandom.of(spec.seed(), "critic-warmup", 0).nextLong();
    for (int set = 0; set < sets.count(); set++) {
      ImageSet images = sets.get(set);
      int batch = Math.min(warmup.batchSize(), images.size());
      BatchOrder order = new BatchOrder(images.size(), batch, TrainingSets.orderSeed(seed, set));
      pixels.add(new BatchPixels(images, order, warmup.augmentation(), seed));
      largestBatch = Math.max(largestBatch, batch);
    }
  }

  private DrawnPixels draw(long iteration, PixelMemory memory) {
    return pixels.get(sets.turn(iteration)).draw(sets.round(iteration), iteration, memory);
  }

  private DrawnPixels drawn(long iteration) {
    if (batches == null) {
      int size = sets.get(0).imageSize();
      batches = new Prefetch<>(this::draw, () -> new PixelMemory(largestBatch, size));
    }
    return batches.get(iteration);
  }

  void step(
      long iteration, NDManager scope, Map<String, Double> losses, Map<String, Double> rates) {
    double rate = warmup.learningRate() * COURSE.factor(iteration, warmup.iterations());
    int set = sets.turn(iteration);
    DrawnPixels drawn = drawn(iteration);
    NDArray x = drawn.images(scope);
    NDArray values = LabelRows.values(sets.get(set).labels(), drawn.shown(), scope);
    losses.put("critic/classification", learn(x, sets.group(set), values, rate));
    rates.put("critic", rate);
    if (iteration == warmup.iterations() - 1) {
      state.criticAdam.reset(); // its moments belong to another loss
      close();
    }
  }

  private double learn(NDArray x, int group, NDArray values, double rate) {
    state.critic.parameters().startStep();
    try (Autograd recording = Autograd.recording();
        Judgement judgement = state.critic.forward(x);
        NDArray loss = ClassificationLoss.of(sets.labels(), group, judgement.logits(), values)) {
      Autograd.backward(loss);
      state.criticAdam.update(rate);
      return loss.getFloat();
    }
  }

  /** Ends the thread; the next step, if there is one, starts another. */
  @Override
  public void close() {
    if (batches != null) {
      batches.close();
      batches = null;
    }
  }
}
