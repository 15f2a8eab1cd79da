package io.mien.train.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.event.Measure;
import io.mien.networks.training.TrainingStep;
import io.mien.store.json.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesTest {

  /** Windows of five iterations. */
  private static final long ITERATIONS = 5000;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 5, 7, 9})
  void aTrainingThatGoesOnCompletesTheWindowInWhichItWasStopped(long stop) throws Exception {
    // Given
    Curves straight = new Curves(ITERATIONS, List.of(), OpenWindow.none());
    List<Measure> expected = steps(straight, 0, 12);
    Curves stopped = new Curves(ITERATIONS, List.of(), OpenWindow.none());
    List<Measure> found = steps(stopped, 0, stop);
    // When
    OpenWindow stored =
        WireJson.MAPPER.readValue(
            WireJson.MAPPER.writeValueAsBytes(stopped.open()), OpenWindow.class);
    Curves resumed = new Curves(ITERATIONS, stopped.points(), stored);
    found.addAll(steps(resumed, stop, 12));
    // Then
    assertThat(found).hasSize(8).isEqualTo(expected);
    assertThat(resumed.points()).isEqualTo(straight.points());
  }

  /** Takes steps and gives the points that they complete. */
  private static List<Measure> steps(Curves curves, long from, long to) {
    List<Measure> points = new ArrayList<>();
    for (long iteration = from + 1; iteration <= to; iteration++) {
      double loss = Math.sin(iteration) / 3;
      Map<String, Double> losses = new LinkedHashMap<>();
      losses.put("critic/total", loss);
      if (iteration % 2 == 0) {
        losses.put("generator/total", 2 * loss);
      }
      TrainingStep step =
          new TrainingStep(iteration, ITERATIONS, losses, Map.of("critic", 0.1 / iteration), 7);
      points.addAll(curves.add(step, Map::of));
    }
    return points;
  }
}
