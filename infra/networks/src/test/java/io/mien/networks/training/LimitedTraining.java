package io.mien.networks.training;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import java.io.IOException;

/** A program that follows the advice of an exhausted training until its first step succeeds. */
final class LimitedTraining {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SPEC =
      """
      {"imageSize": 128, "batchSize": 32, "iterations": 2, "criticSteps": 1,
       "generator": {"width": 32, "residualBlocks": 0, "edgeKernel": 3},
       "critic": {"width": 8, "layers": 4}}
      """;

  private LimitedTraining() {}

  public static void main(String[] arguments) throws IOException {
    TorchRuntime.useThreads(1);
    ImageSet faces = Faces.set(32, 128, 1);
    StarGanTrainingSpec spec = StarGanTrainingSpec.faithful().with(JSON.readTree(SPEC));
    boolean fits = false;
    while (!fits) {
      try (StarGanTrainer trainer = StarGanTrainer.start(spec, faces, Device.cpu())) {
        fits = takesStep(trainer);
      } catch (MemoryExhausted e) {
        System.out.println(e.getMessage());
        spec = spec.with(advised(e.getMessage()));
      }
    }
    System.out.println("fits: microBatches " + spec.microBatches());
  }

  private static boolean takesStep(StarGanTrainer trainer) {
    int before = trainer.liveArrays();
    try {
      trainer.step();
      return true;
    } finally {
      System.out.println("left over: " + (trainer.liveArrays() - before));
    }
  }

  private static JsonNode advised(String message) throws IOException {
    String number = message.replaceAll("(?s).*What fits: microBatches (\\d+),.*", "$1");
    return JSON.readTree("{\"microBatches\": " + number + "}");
  }
}
