package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.layer.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A {@link Generator} for inference on a processor: kernels transformed once, maps with channels
 * last in buffers that stay, and what no label changes computed once a face. Its images agree with
 * the generator's to more than 90 dB. Call it without recording gradients; one thread owns it.
 */
public final class PreparedGenerator implements AutoCloseable {
  /** Pixels at a time: 4 images of 128 x 128, whose maps a large cache still holds in part. */
  private static final long PIXELS = 4 * 128 * 128;

  private final List<PreparedStage> stages;
  private final PreparedOutput output;
  private final NDManager manager;
  private final int firstLabelled;
  private final Lane shared;
  private final Lane labelled;

  PreparedGenerator(List<PreparedStage> stages, PreparedOutput output, NDManager manager) {
    this.stages = List.copyOf(stages);
    this.output = output;
    this.manager = manager;
    this.firstLabelled =
        IntStream.range(0, stages.size())
            .filter(stage -> stages.get(stage).labelled())
            .findFirst()
            .orElse(0);
    this.shared = Lane.of(stages, manager);
    this.labelled = Lane.of(stages, manager);
  }

  /**
   * Images (P, 3, H, W).
   *
   * @param x different faces (N, 3, H, W), H and W multiples of 4 and no smaller than the edge
   *     kernel
   * @param faceOf for each image the index of its face
   * @param conditions (P, K)
   */
  public NDArray forward(NDArray x, int[] faceOf, NDArray conditions) {
    Shape shape = x.getShape();
    Generator.requireFits(shape);
    int size = (int) Math.max(1, PIXELS / (shape.get(2) * shape.get(3)));
    NDArray images = x.getManager().create(new Shape(faceOf.length, 3, shape.get(2), shape.get(3)));
    for (int start = 0; start < shape.get(0); start += size) {
      int first = start;
      int end = (int) Math.min(shape.get(0), start + size);
      int[] own =
          IntStream.range(0, faceOf.length)
              .filter(image -> faceOf[image] >= first && faceOf[image] < end)
              .toArray();
      try (NDArray faces = JniUtils.slice((PtNDArray) x, 0, start, end, 1);
          SharedMaps maps = shared(faces, conditions)) {
        for (int at = 0; at < own.length; at += size) {
          int[] some = Arrays.copyOfRange(own, at, Math.min(own.length, at + size));
          int[] local = IntStream.of(some).map(image -> faceOf[image] - first).toArray();
          put(maps, local, conditions, some, images);
        }
      }
    }
    return images;
  }

  @Override
  public void close() {
    manager.close();
  }

  /**
   * Faces (N, 3, H, W), their maps before the first stage that a label enters, which are the lane's
   * (or the faces, where that is the first of all), and that stage's response.
   */
  private record SharedMaps(NDArray faces, NDArray maps, NDArray response)
      implements AutoCloseable {
    @Override
    public void close() {
      response.close();
    }
  }

  private SharedMaps shared(NDArray faces, NDArray conditions) {
    NDArray maps = faces;
    for (int stage = 0; stage < firstLabelled; stage++) {
      maps = through(stage, maps, conditions, shared);
    }
    NDArray response = stages.get(firstLabelled).response(maps);
    if (firstLabelled == 0) {
      return new SharedMaps(faces, maps, response);
    }
    try (response) { // lies in the scratch arrays
      return new SharedMaps(faces, maps, JniUtils.clone((PtNDArray) response));
    }
  }

  /** Draws some of the images, given which face each is of. */
  private void put(SharedMaps maps, int[] faceOf, NDArray conditions, int[] some, NDArray images) {
    try (NDArray rows = Rows.indices(some, manager);
        NDArray faces = Rows.indices(faceOf, manager);
        NDArray condition = Rows.select(conditions, rows);
        NDArray drawn = images(maps, faces, condition)) {
      Rows.put(drawn, rows, images);
    }
  }

  private NDArray images(SharedMaps of, NDArray rows, NDArray condition) {
    PreparedStage first = stages.get(firstLabelled);
    try (NDArray faces = Rows.select(of.faces(), rows);
        NDArray response = Rows.select(of.response(), rows)) {
      NDArray maps = labelled.after(firstLabelled, response.getShape());
      if (first.addsToInput()) {
        Rows.copy(of.maps(), rows, maps);
      }
      first.complete(response, condition, maps);
      for (int stage = firstLabelled + 1; stage < stages.size(); stage++) {
        maps = through(stage, maps, condition, labelled);
      }
      return output.images(faces, maps);
    }
  }

  private NDArray through(int number, NDArray maps, NDArray condition, Lane lane) {
    PreparedStage stage = stages.get(number);
    try (NDArray response = stage.response(maps)) {
      NDArray target = lane.after(number, response.getShape());
      stage.complete(response, condition, target);
      return target;
    }
  }
}
