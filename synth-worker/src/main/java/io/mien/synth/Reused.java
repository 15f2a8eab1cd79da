package io.mien.synth;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.synth.reuse.MadeImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who generated the images of an item, as its line tells it: once where it was one other task, and
 * else by each image.
 *
 * @param from the other task that generated all of them; null when it was not one
 */
record Reused(List<SynthesisedItem.Image> images, @Nullable TaskId from) {

  /**
   * @param own the task that the item is of
   */
  static Reused of(List<MadeImage> images, TaskId own) {
    if (images.stream().map(MadeImage::task).distinct().count() == 1) {
      return new Reused(
          images.stream().map(MadeImage::image).toList(), images.get(0).takenFrom(own));
    }
    return new Reused(
        images.stream().map(made -> made.image().from(made.takenFrom(own))).toList(), null);
  }
}
