package io.mien.eval.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.training.StarGanTrainingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that determines an ablation.
 *
 * @param size of the pictures in pixels
 * @param expressions labels, in their order
 * @param weakest intensity of an expression, 0 to 1
 * @param trainingPeople whose pictures the generators learn from
 * @param judgingPeople others, from whom expression judge and identity embedder learn
 * @param testPeople others again, whose pictures are translated and judged
 * @param shots pictures of each training or judging person and expression
 * @param threads of one operation
 * @param every iterations between measurements
 * @param seeds of the trainings; the same for every arm
 * @param training changes to the paper's training, for every arm
 * @param arms further changes, by name
 */
record AblationPlan(
    int size,
    List<String> expressions,
    double weakest,
    int trainingPeople,
    int judgingPeople,
    int testPeople,
    int shots,
    int threads,
    long every,
    List<Long> seeds,
    JsonNode training,
    Map<String, JsonNode> arms) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static AblationPlan read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), AblationPlan.class);
  }

  StarGanTrainingSpec training(String arm, long seed) {
    JsonNode changes = arms.get(arm);
    if (changes == null) {
      throw new IllegalArgumentException("No arm '" + arm + "', only " + arms.keySet());
    }
    return StarGanTrainingSpec.faithful()
        .with(training)
        .with(changes)
        .with(JSON.createObjectNode().put("imageSize", size).put("seed", seed));
  }
}
