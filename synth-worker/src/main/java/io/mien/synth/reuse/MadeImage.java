package io.mien.synth.reuse;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.SynthesisedItem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** The task that generated it; null when it was this one. */
  public @Nullable TaskId takenFrom(TaskId own) {
    return task.equals(own) ? null : task;
  }
}
