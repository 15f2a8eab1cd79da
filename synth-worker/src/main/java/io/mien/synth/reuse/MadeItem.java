package io.mien.synth.reuse;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.SynthesisedItem;
import java.util.List;

/**
 * What was made of an item.
 *
 * @param task that generated the images
 * @param images where they lie, in the order of the labels
 */
public record MadeItem(TaskId task, List<SynthesisedItem.Image> images) {

  public MadeItem {
    images = List.copyOf(images);
  }
}
