package io.mien.synth.reuse;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.SynthesisedItem;
import java.util.List;
import java.util.Objects;

/**
 * What was made of an item.
 *
 * @param task that generated the images
 * @param images where they lie, in the order of the labels
 */
public record MadeItem(TaskId task, List<SynthesisedItem.Image> images) {

  public MadeItem {
    Objects.requireNonNull(task, "task");
    images = List.copyOf(images);
  }
}
