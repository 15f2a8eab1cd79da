package io.mien.eval;

import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.training.StarGanTrainingSpec;
import java.nio.file.Path;
import java.util.Locale;

/** Says how a generator learned, so that nobody takes its accuracy for that of another method. */
final class GeneratorTraining {

  private GeneratorTraining() {}

  /**
   * One or two sentences from the training specification of a checkpoint.
   *
   * @param folder of the checkpoint
   */
  static String inWords(Path folder) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
    if (checkpoint.manifest().training() == null) {
      return "The generator's checkpoint does not say how it was trained.";
    }
    return inWords(StarGanTrainingSpec.of(checkpoint));
  }

  static String inWords(StarGanTrainingSpec spec) {
    return String.format(
        Locale.ROOT,
        "StarGAN at %d pixels, %,d iterations of %d images%s, %s.",
        spec.imageSize(),
        spec.iterations(),
        spec.batchSize(),
        pairs(spec),
        cycle(spec));
  }

  private static String pairs(StarGanTrainingSpec spec) {
    return spec.paired().used()
        ? String.format(
            Locale.ROOT,
            ", with paired losses (pixels %s, features %s) against real pictures of the same training people",
            number(spec.paired().pixels()),
            number(spec.paired().features()))
        : ", without pairs, as in the paper";
  }

  private static String cycle(StarGanTrainingSpec spec) {
    double weight = spec.losses().reconstruction();
    return weight > 0
        ? "with cycle reconstruction of weight " + number(weight)
        : "without cycle reconstruction";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
