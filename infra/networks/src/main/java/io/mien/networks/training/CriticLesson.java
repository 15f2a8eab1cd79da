package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.Autograd;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.Judgement;
import java.util.Map;
import java.util.stream.IntStream;

/** The critic's warm-up: label loss alone. Its optimiser starts afresh after the last step. */
final class CriticLesson {
  private static final Schedule COURSE = new Schedule(ScheduleKind.COSINE, 0, 0.05);

  private final CriticWarmup warmup;
  private final ImageSet images;
  private final LabelSpace labels;
  private final StarGanState state;
  private final BatchOrder order;
  private final BatchPixels pixels;

  CriticLesson(StarGanTrainingSpec spec, ImageSet images, LabelSpace labels, StarGanState state) {
    this.warmup = spec.warmup();
    this.images = images;
    this.labels = labels;
    this.state = state;
    int batch = Math.min(warmup.batchSize(), images.size());
    long seed = CounterRandom.of(spec.seed(), "critic-warmup", 0).nextLong();
    this.order = new BatchOrder(images.size(), batch, seed);
    this.pixels = new BatchPixels(images, batch, warmup.augmentation(), seed);
  }

  void step(
      long iteration, NDManager scope, Map<String, Double> losses, Map<String, Double> rates) {
    double rate = warmup.learningRate() * COURSE.factor(iteration, warmup.iterations());
    int[] positions = order.positions(iteration);
    int[] indices = IntStream.of(positions).map(at -> images.get(at).label()).toArray();
    NDArray x = pixels.fill(positions, iteration, scope);
    NDArray values = OneHot.rows(images.labels(), indices, scope);
    losses.put("critic/classification", learn(x, values, rate));
    rates.put("critic", rate);
    if (iteration == warmup.iterations() - 1) {
      state.criticAdam.reset(); // its moments belong to another loss
    }
  }

  private double learn(NDArray x, NDArray values, double rate) {
    state.critic.parameters().track();
    state.critic.parameters().clearGradients();
    try (Autograd recording = Autograd.recording();
        Judgement judgement = state.critic.forward(x);
        NDArray loss = ClassificationLoss.of(labels, 0, judgement.logits(), values)) {
      Autograd.backward(loss);
      state.criticAdam.update(rate);
      return loss.getFloat();
    }
  }
}
