package io.mien.eval.ablation;

import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Does a critic of reconstructions keep identity? Trains StarGAN with and without it on drawn faces
 * and measures both. {@code infra/docs/added-discriminator.md} has the commands and what came out.
 * Every command may be killed and started again.
 */
public final class AddedCriticAblation {
  private static final String USAGE =
      "AddedCriticAblation <plan.json> <folder> judges | train <arm>-<seed>... | report";

  private AddedCriticAblation() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    if (arguments.length < 3) {
      throw new IllegalArgumentException(USAGE);
    }
    AblationPlan plan = AblationPlan.read(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    ResultFile results = new ResultFile(folder.resolve("results.jsonl"));
    TorchRuntime.useThreads(plan.threads());
    switch (arguments[2]) {
      case "judges" -> judges(plan, folder);
      case "train" -> train(plan, folder, List.of(arguments).subList(3, arguments.length), results);
      case "report" -> System.out.println(new AblationReport(plan, results.read()).markdown());
      default -> throw new IllegalArgumentException(USAGE);
    }
  }

  private static void judges(AblationPlan plan, Path folder) {
    AblationFaces faces = new AblationFaces(plan);
    JudgeTraining training = new JudgeTraining(plan, folder);
    training.expressions(faces.judging());
    training.identities(faces.people());
    try (GeneratorJudge judge = new GeneratorJudge(plan, folder)) {
      System.out.println(judge.yardsticks());
    }
  }

  private static void train(
      AblationPlan plan, Path folder, List<String> trainings, ResultFile results)
      throws IOException {
    ImageSet images = new AblationFaces(plan).training();
    try (GeneratorJudge judge = new GeneratorJudge(plan, folder)) {
      for (String name : trainings) {
        String[] parts = name.split("-", 2);
        long seed = Long.parseLong(parts[1]);
        ArmTraining training = new ArmTraining(parts[0], seed, folder.resolve(name));
        training.run(plan, images, judge, results);
      }
    }
  }
}
