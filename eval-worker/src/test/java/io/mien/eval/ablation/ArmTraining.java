package io.mien.eval.ablation;

import ai.djl.Device;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.Png;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.training.StarGanTrainer;
import io.mien.networks.training.StarGanTrainingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * One training, measured as it goes; started again, it goes on from its last measurement.
 *
 * @param folder of its checkpoints
 */
record ArmTraining(String arm, long seed, Path folder) {

  void run(AblationPlan plan, ImageSet images, GeneratorJudge judge, ResultFile results)
      throws IOException {
    try (StarGanTrainer trainer = start(plan, images)) {
      long warmup = trainer.spec().warmup().iterations();
      while (!trainer.finished()) {
        TreeMap<String, Double> losses = new TreeMap<>(trainer.step().losses());
        long adversarial = trainer.iteration() - warmup;
        if (adversarial > 0 && (adversarial % plan.every() == 0 || trainer.finished())) {
          Path saved = save(trainer, adversarial, judge);
          if (!results.has(arm, seed, adversarial)) {
            results.append(measure(saved, adversarial, judge));
            System.out.println("  " + losses);
          }
        }
      }
    }
  }

  private StarGanTrainer start(AblationPlan plan, ImageSet images) {
    StarGanTrainingSpec spec = plan.training(arm, seed);
    for (long at = spec.iterations(); at > 0; at--) {
      Path saved = folder.resolve("" + at);
      if (Files.exists(saved.resolve(CheckpointManifest.FILE))) {
        return StarGanTrainer.resume(saved, images, Device.cpu());
      }
    }
    return StarGanTrainer.start(spec, images, Device.cpu());
  }

  private Path save(StarGanTrainer trainer, long iteration, GeneratorJudge judge)
      throws IOException {
    Path saved = folder.resolve("" + iteration);
    trainer.save(saved, CheckpointNotes.none());
    Files.write(saved.resolve("grid.png"), Png.encode(trainer.sampleGrid(judge.examples())));
    return saved;
  }

  private Measurement measure(Path saved, long iteration, GeneratorJudge judge) {
    try (ExpressionGenerator generator = ExpressionGenerator.load(saved, Device.cpu())) {
      Measurement found = new Measurement(arm, seed, iteration, judge.score(generator));
      System.out.printf("%s-%d %d:", arm, seed, iteration);
      for (Measure measure : Measure.values()) {
        System.out.printf(" %s %.4g", measure, measure.of(found));
      }
      System.out.println();
      return found;
    }
  }
}
