package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.Autograd;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelRows;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The critic's warm-up: label loss alone, the sets in turn. Its optimiser starts afresh after the
 * last step.
 */
final class CriticLesson {
  private static final Schedule COURSE = new Schedule(ScheduleKind.COSINE, 0, 0.05);

  private final CriticWarmup warmup;
  private final TrainingSets sets;
  private final StarGanState state;
  private final List<BatchOrder> orders = new ArrayList<>();
  private final List<BatchPixels> pixels = new ArrayList<>();

  CriticLesson(StarGanTrainingSpec spec, TrainingSets sets, StarGanState state) {
    this.warmup = spec.warmup();
    this.sets = sets;
    this.state = state;
    long seed = CounterRandom.of(spec.seed(), "critic-warmup", 0).nextLong();
    for (int set = 0; set < sets.count(); set++) {
      ImageSet images = sets.get(set);
      int batch = Math.min(warmup.batchSize(), images.size());
      orders.add(new BatchOrder(images.size(), batch, TrainingSets.orderSeed(seed, set)));
      pixels.add(new BatchPixels(images, batch, warmup.augmentation(), seed));
    }
  }

  void step(
      long iteration, NDManager scope, Map<String, Double> losses, Map<String, Double> rates) {
    double rate = warmup.learningRate() * COURSE.factor(iteration, warmup.iterations());
    int set = sets.turn(iteration);
    int[] positions = orders.get(set).positions(sets.round(iteration));
    List<HeldLabels> shown = pixels.get(set).labels(positions, iteration);
    NDArray x = pixels.get(set).fill(positions, iteration, scope);
    NDArray values = LabelRows.values(sets.get(set).labels(), shown, scope);
    losses.put("critic/classification", learn(x, sets.group(set), values, rate));
    rates.put("critic", rate);
    if (iteration == warmup.iterations() - 1) {
      state.criticAdam.reset(); // its moments belong to another loss
    }
  }

  private double learn(NDArray x, int group, NDArray values, double rate) {
    state.critic.parameters().track();
    state.critic.parameters().clearGradients();
    try (Autograd recording = Autograd.recording();
        Judgement judgement = state.critic.forward(x);
        NDArray loss = ClassificationLoss.of(sets.labels(), group, judgement.logits(), values)) {
      Autograd.backward(loss);
      state.criticAdam.update(rate);
      return loss.getFloat();
    }
  }
}
