package io.mien.synth.reuse;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.SynthesisedItem;
import java.util.Objects;

/**
 * An image that was made.
 *
 * @param task that generated it
 * @param image where it lies
 */
public record MadeImage(TaskId task, SynthesisedItem.Image image) {

  public MadeImage {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(image, "image");
  }

  /** What it shows. */
  public String label() {
    return image.expression();
  }
}
