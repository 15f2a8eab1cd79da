package io.mien.eval.ablation;

import ai.djl.Device;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.training.ClassifierData;
import io.mien.networks.training.ClassifierTrainer;
import io.mien.networks.training.ClassifierTrainingSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains what judges the generators, on people who are neither translated nor trained on. */
final class JudgeTraining {
  private static final int VALIDATED = 5;

  private final Path folder;
  private final ClassifierTrainingSpec spec;

  JudgeTraining(AblationPlan plan, Path folder) {
    this(plan, folder, ClassifierTrainingSpec.small().seed());
  }

  /** From other first weights, with other batches. */
  JudgeTraining(AblationPlan plan, Path folder, long seed) {
    this.folder = folder;
    ObjectNode changes =
        new ObjectMapper().createObjectNode().put("imageSize", plan.size()).put("seed", seed);
    changes.putObject("network").put("stem", "strided");
    this.spec = ClassifierTrainingSpec.small().with(changes);
  }

  /** The judge of expressions; every fifth person is for validation. */
  void expressions(ImageSet images) {
    List<String> people = people(images);
    List<LabelledImage> learnt = new ArrayList<>();
    List<LabelledImage> validated = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      boolean held = people.indexOf(images.get(i).subject()) % VALIDATED == 0;
      (held ? validated : learnt).add(images.get(i));
    }
    train(images, learnt, validated, "expressions");
  }

  /** The embedder's network: everybody is known, every fifth picture is for validation. */
  void identities(ImageSet images) {
    List<LabelledImage> learnt = new ArrayList<>();
    List<LabelledImage> validated = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      (i % VALIDATED == 0 ? validated : learnt).add(images.get(i));
    }
    train(images, learnt, validated, "identities");
  }

  private static List<String> people(ImageSet images) {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      if (!people.contains(images.get(i).subject())) {
        people.add(images.get(i).subject());
      }
    }
    return people;
  }

  private void train(
      ImageSet all, List<LabelledImage> learnt, List<LabelledImage> validated, String name) {
    if (Files.exists(folder.resolve(name).resolve(CheckpointManifest.FILE))) {
      return;
    }
    ClassifierData data =
        ClassifierData.of(new ImageSet(all.imageSize(), all.labels(), learnt))
            .validatedOn(new ImageSet(all.imageSize(), all.labels(), validated));
    try (ClassifierTrainer trainer = ClassifierTrainer.start(spec, data, Device.cpu())) {
      while (!trainer.finished()) {
        trainer.step();
      }
      System.out.printf(
          "%s: validation accuracy %.3f of %d pictures%n",
          name, trainer.assess().kept().accuracy(), validated.size());
      trainer.save(folder.resolve(name), CheckpointNotes.none());
    }
  }

  static Path expressions(Path folder) {
    return folder.resolve("expressions");
  }

  static Path identities(Path folder) {
    return folder.resolve("identities");
  }
}
