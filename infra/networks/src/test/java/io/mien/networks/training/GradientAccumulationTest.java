package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.golden.Golden;
import io.mien.networks.image.ImageSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training whose batches come in parts takes the steps of one whose batches come whole. */
class GradientAccumulationTest {
  /** Everything that draws for an image, and labels that reach the generator by tables alone. */
  private static final StarGanTrainingSpec WHOLE =
      StarGanTrainingSpec.faithful()
          .with(
              Json.of(
                  """
                  {"imageSize": 16, "batchSize": 8, "iterations": 6, "criticSteps": 1,
                   "generator": {"width": 4, "residualBlocks": 1, "injection": "conditional"},
                   "critic": {"width": 4, "layers": 3},
                   "reconstructionCritic": {"weight": 1},
                   "paired": {"pixels": 1},
                   "criticAugmentation": ["color", "translation", "cutout"],
                   "augmentation": {"flip": true, "shift": 1, "contrast": 0.1, "brightness": 0.1,
                                    "warp": {"rotation": 5, "scale": 0.05},
                                    "erasing": {"probability": 0.5, "largestArea": 0.2}}}
                  """));

  /** Adam's first moments: after one step, gradients times a constant. */
  private static final List<String> MOMENTS =
      List.of("generatorAdam/m/", "criticAdam/m/", "reconstructionCriticAdam/m/");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void theUpdateOfPartsIsThatOfTheWholeBatch(int parts) throws IOException {
    // When
    Safetensors whole = afterAStep(WHOLE, "whole");
    Safetensors divided = afterAStep(inParts(parts), "divided");
    // Then
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      for (String moments : MOMENTS) {
        List<String> names = whole.names().stream().filter(n -> n.startsWith(moments)).toList();
        assertThat(names).as(moments).isNotEmpty();
        for (String name : names) {
          NDArray expected = whole.array(name, manager);
          assertThat(Golden.distance(divided.array(name, manager), expected))
              .as(name)
              .isLessThan(1e-4);
        }
      }
    }
  }

  private Safetensors afterAStep(StarGanTrainingSpec spec, String name) throws IOException {
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, faces(), Device.cpu())) {
      trainer.step();
      trainer.save(folder.resolve(name), CheckpointNotes.none());
    }
    return Safetensors.read(folder.resolve(name).resolve(StarGanTrainer.STATE_FILE));
  }

  @Test
  void lossesOfATrainingInPartsAreThoseOfTheWhole() {
    List<Map<String, Double>> whole = losses(WHOLE);
    List<Map<String, Double>> divided = losses(inParts(2));

    for (int step = 0; step < whole.size(); step++) {
      for (String loss : List.of("critic/total", "reconstructionCritic/total", "generator/total")) {
        double expected = whole.get(step).get(loss);
        assertThat(divided.get(step).get(loss))
            .as("%s of step %d", loss, step)
            .isCloseTo(expected, within(2e-3 * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private static List<Map<String, Double>> losses(StarGanTrainingSpec spec) {
    List<Map<String, Double>> losses = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, faces(), Device.cpu())) {
      while (!trainer.finished()) {
        losses.add(trainer.step().losses());
      }
    }
    return losses;
  }

  private static StarGanTrainingSpec inParts(int parts) {
    return WHOLE.with(Json.of("{\"microBatches\": %d}".formatted(parts)));
  }

  private static ImageSet faces() {
    return Faces.set(24, 16, 1);
  }
}
