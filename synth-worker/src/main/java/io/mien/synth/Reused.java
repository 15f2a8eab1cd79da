package io.mien.synth;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.synth.reuse.MadeImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Set<TaskId> tasks = new HashSet<>();
    images.forEach(image -> tasks.add(image.task()));
    if (tasks.size() == 1) {
      TaskId one = tasks.iterator().next();
      return new Reused(
          images.stream().map(MadeImage::image).toList(), one.equals(own) ? null : one);
    }
    return new Reused(images.stream().map(image -> told(image, own)).toList(), null);
  }

  private static SynthesisedItem.Image told(MadeImage made, TaskId own) {
    SynthesisedItem.Image image = made.image();
    return new SynthesisedItem.Image(
        image.expression(),
        image.image(),
        image.checkpoint(),
        image.intensity(),
        image.quality(),
        made.task().equals(own) ? null : made.task());
  }
}
