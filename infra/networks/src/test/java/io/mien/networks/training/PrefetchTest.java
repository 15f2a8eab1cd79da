package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import io.mien.networks.stargan.Counterpart;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrefetchTest {
  private static final StarGanTrainingSpec SPEC =
      StarGanTrainingSpec.faithful()
          .with(
              Json.of(
                  """
                  {"imageSize": 16, "batchSize": 4, "microBatches": 2, "paired": {"pixels": 1},
                   "critic": {"layers": 3}, "targets": "other",
                   "augmentation": {"shift": 1, "contrast": 0.1,
                                    "warp": {"rotation": 5, "scale": 0.05}}}
                  """));

  @Test
  void batchesDrawnAheadAreThoseDrawnOnTime() {
    // Given: critic's and generator's pass over a step's parts, step after step, and a resumed step
    ImageSet expressions = Datasets.expressions();
    TrainingSets sets = new TrainingSets(List.of(expressions, Datasets.poses(expressions)));
    long[] steps = {0, 0, 1, 2, 3, 3, 9, 4};
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        StarGanBatches ahead = new StarGanBatches(SPEC, sets, manager);
        StarGanBatches onTime = new StarGanBatches(SPEC, sets, manager)) {
      BatchMemory memory = BatchMemory.of(SPEC);
      for (long step : steps) {
        List<List<Float>> seen = new ArrayList<>();
        List<List<Float>> expected = new ArrayList<>();
        // When
        ahead
            .of(step)
            .forEach(
                batch -> {
                  seen.add(floats(batch.images().toFloatArray()));
                  seen.add(floats(batch.target().values().toFloatArray()));
                  Counterpart counterpart = batch.counterpart();
                  if (counterpart != null) {
                    seen.add(floats(counterpart.images().toFloatArray()));
                    seen.add(floats(counterpart.known().toFloatArray()));
                  }
                });
        for (long draw = 2 * step; draw < 2 * step + 2; draw++) {
          DrawnBatch drawn = onTime.draw(draw, memory);
          expected.add(floats(memory.images().values()));
          expected.add(rows(drawn));
          expected.add(floats(memory.counterparts().values()));
          expected.add(drawn.known() == null ? List.of() : floats(drawn.known()));
        }
        // Then
        assertThat(seen).as("step %d", step).hasSize(8).isEqualTo(expected);
      }
    }
  }

  @Test
  void wholeBatchesDrawnAheadAreThoseDrawnOnTime() {
    // Given
    ImageSet faces = Faces.set(10, 16, 1);
    BatchPixels aheadPixels = pixels(faces);
    BatchPixels onTime = pixels(faces);
    PixelMemory memory = new PixelMemory(4, 16);
    try (Prefetch<PixelMemory, DrawnPixels> ahead =
        new Prefetch<>(
            (number, into) -> aheadPixels.draw(number, number, into),
            () -> new PixelMemory(4, 16))) {
      for (long step : new long[] {0, 1, 2, 9, 10, 3}) {
        // When
        DrawnPixels seen = ahead.get(step);
        DrawnPixels expected = onTime.draw(step, step, memory);
        // Then
        assertThat(seen.shown()).as("labels of %d", step).isEqualTo(expected.shown());
        assertThat(floats(seen.memory().values())).isEqualTo(floats(memory.values()));
      }
    }
  }

  private static BatchPixels pixels(ImageSet faces) {
    Augmentation augmentation =
        new Augmentation(true, 1, 0.1, 0.1, new Warp(5, 0.05), new Erasing(0.5, 0.2));
    return new BatchPixels(faces, new BatchOrder(faces.size(), 4, 7), augmentation, 3);
  }

  private static List<Float> rows(DrawnBatch drawn) {
    List<Float> rows = new ArrayList<>();
    drawn
        .targets()
        .forEach(
            held -> {
              for (int label = 0; label < 3; label++) {
                rows.add(held.holds(label) ? 1f : 0f);
              }
            });
    return rows;
  }

  private static List<Float> floats(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return floats(values);
  }

  private static List<Float> floats(float[] values) {
    List<Float> floats = new ArrayList<>();
    for (float value : values) {
      floats.add(value);
    }
    return floats;
  }

  @Test
  void aValueStaysAsItIsUntilTheNextIsAskedFor() throws InterruptedException {
    AtomicInteger memories = new AtomicInteger();
    BlockingQueue<Long> made = new LinkedBlockingQueue<>();
    try (Prefetch<long[], long[]> prefetch =
        new Prefetch<>(
            (number, memory) -> {
              memory[0] = number;
              made.add(number);
              return memory;
            },
            () -> new long[memories.incrementAndGet()])) {
      for (long number : new long[] {0, 1, 2, 2, 5, 6, 3}) {
        long[] value = prefetch.get(number);
        long last = number;
        while (last != number + 1) {
          last = made.take();
        }
        assertThat(value[0]).isEqualTo(number);
      }
    }
    assertThat(memories).hasValue(2);
  }

  @Test
  void failuresReachTheCaller() {
    try (Prefetch<String, String> prefetch =
        new Prefetch<>(
            (number, memory) -> {
              if (number == 1) {
                throw new IllegalStateException("no batch 1");
              }
              return memory + number;
            },
            () -> "batch ")) {
      assertThat(prefetch.get(0)).isEqualTo("batch 0");
      assertThatThrownBy(() -> prefetch.get(1)).hasMessage("no batch 1");
      assertThat(prefetch.get(2)).isEqualTo("batch 2");
    }
  }
}
