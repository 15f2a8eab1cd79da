package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.SideBySide;
import io.mien.networks.layer.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A {@link Generator} for inference on a processor: kernels transformed once, maps with channels
 * last in buffers that stay, what no label changes computed once a face, and pieces of a batch
 * {@linkplain SideBySide side by side}. Its images agree with the generator's to more than 90 dB.
 * Call it without recording gradients; one thread owns it.
 */
public final class PreparedGenerator implements AutoCloseable {
  /**
   * Pixels of a piece: one image of 128 x 128. Larger ones miss more caches, and lanes wait longer.
   */
  private static final long PIXELS = 128 * 128;

  private final List<PreparedStage> stages;
  private final PreparedOutput output;
  private final NDManager manager;
  private final int firstLabelled;
  private final List<Lane> lanes = new ArrayList<>();

  PreparedGenerator(List<PreparedStage> stages, PreparedOutput output, NDManager manager) {
    this.stages = List.copyOf(stages);
    this.output = output;
    this.manager = manager;
    this.firstLabelled =
        IntStream.range(0, stages.size())
            .filter(stage -> stages.get(stage).labelled())
            .findFirst()
            .orElse(0);
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
    int threads = SideBySide.lanes();
    while (lanes.size() < threads) {
      lanes.add(Lane.of(stages, manager));
    }
    int most = (int) Math.max(1, PIXELS / (shape.get(2) * shape.get(3)));
    Pieces groups = Pieces.of((int) shape.get(0), most * threads, 1);
    NDArray images = x.getManager().create(new Shape(faceOf.length, 3, shape.get(2), shape.get(3)));
    for (int group = 0; group < groups.count(); group++) {
      int first = groups.start(group);
      int end = groups.end(group);
      int[] own =
          IntStream.range(0, faceOf.length)
              .filter(image -> faceOf[image] >= first && faceOf[image] < end)
              .toArray();
      int[] local = IntStream.of(own).map(image -> faceOf[image] - first).toArray();
      try (NDArray faces = JniUtils.slice((PtNDArray) x, 0, first, end, 1);
          SharedMaps shared = shared(faces, conditions, Pieces.of(end - first, most, threads))) {
        Pieces pieces = Pieces.of(own.length, most, threads);
        SideBySide.compute(
            pieces.count(),
            (piece, lane) -> {
              int[] some = pieces.part(piece, own);
              put(shared, pieces.part(piece, local), conditions, some, images, lanes.get(lane));
            });
      }
    }
    return images;
  }

  @Override
  public void close() {
    manager.close();
  }

  /**
   * Faces (N, 3, H, W), their maps before the first stage that a label enters (the faces, where
   * that is the first of all), and that stage's response.
   */
  private record SharedMaps(NDArray faces, NDArray maps, NDArray response)
      implements AutoCloseable {
    @Override
    public void close() {
      response.close();
      if (maps != faces) {
        maps.close();
      }
    }
  }

  /** What no label changes; every piece has a lane of its own, where its maps stay meanwhile. */
  private SharedMaps shared(NDArray faces, NDArray conditions, Pieces pieces) {
    NDArray[] maps = new NDArray[pieces.count()];
    NDArray[] responses = new NDArray[pieces.count()];
    SideBySide.compute(
        pieces.count(),
        (piece, ignored) -> {
          Lane lane = lanes.get(piece);
          try (NDArray some =
              JniUtils.slice((PtNDArray) faces, 0, pieces.start(piece), pieces.end(piece), 1)) {
            NDArray x = some;
            for (int stage = 0; stage < firstLabelled; stage++) {
              x = through(stage, x, conditions, lane);
            }
            maps[piece] = x;
            responses[piece] = stages.get(firstLabelled).response(x, lane);
          }
        });
    NDArray all = firstLabelled == 0 ? faces : NDArrays.concat(new NDList(maps));
    try (NDList each = new NDList(responses)) {
      return new SharedMaps(faces, all, NDArrays.concat(each));
    }
  }

  /** Draws some of the images, given which face each is of. */
  private void put(
      SharedMaps maps, int[] faceOf, NDArray conditions, int[] some, NDArray images, Lane lane) {
    try (NDArray rows = Rows.indices(some, manager);
        NDArray faces = Rows.indices(faceOf, manager);
        NDArray condition = Rows.select(conditions, rows);
        NDArray drawn = images(maps, faces, condition, lane)) {
      Rows.put(drawn, rows, images);
    }
  }

  private NDArray images(SharedMaps of, NDArray rows, NDArray condition, Lane lane) {
    PreparedStage first = stages.get(firstLabelled);
    try (NDArray faces = Rows.select(of.faces(), rows);
        NDArray response = Rows.select(of.response(), rows)) {
      NDArray maps = lane.after(firstLabelled, response.getShape());
      if (first.addsToInput()) {
        Rows.copy(of.maps(), rows, maps);
      }
      first.complete(response, condition, maps, lane);
      for (int stage = firstLabelled + 1; stage < stages.size(); stage++) {
        maps = through(stage, maps, condition, lane);
      }
      return output.images(faces, maps);
    }
  }

  private NDArray through(int number, NDArray maps, NDArray condition, Lane lane) {
    PreparedStage stage = stages.get(number);
    try (NDArray response = stage.response(maps, lane)) {
      NDArray target = lane.after(number, response.getShape());
      stage.complete(response, condition, target, lane);
      return target;
    }
  }
}
