package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.RgbImage;
import io.mien.synth.image.GeneratedPng;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A contact sheet for people: some inputs, spread evenly over all, each beside its expressions. Not
 * thread-safe.
 */
final class Gallery {

  private static final int ROWS = 14;

  private final int every;
  private final List<RgbImage> cells = new ArrayList<>();
  private int seen;
  private int columns = 1;

  /**
   * @param inputs how many there will be
   */
  Gallery(int inputs) {
    // An odd stride walks through the expressions of a dataset that is ordered by them.
    this.every = Math.max(1, inputs / ROWS) | 1;
  }

  void offer(RgbImage input, List<RgbImage> expressions) {
    columns = expressions.size() + 1;
    if (seen++ % every == 0 && cells.size() < ROWS * columns) {
      cells.add(input);
      cells.addAll(expressions);
    }
  }

  ObjectRef publish(TaskContext context, GeneratedPng format) {
    byte[] png = format.encodeSheet(ImageGrid.of(cells, columns));
    return context.outputs().put(Bucket.SYNTHESES, "contact-sheet.png", png, "image/png");
  }
}
