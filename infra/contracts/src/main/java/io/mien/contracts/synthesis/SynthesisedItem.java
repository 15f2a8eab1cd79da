package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.object.ObjectRef;
import java.util.List;

/**
 * An item that was done: a line of the results.
 *
 * @param line as in {@link ListedItem}
 * @param source SHA-256 of the photo's bytes
 * @param face where it is in the photo
 * @param checkpoint SHA-256 of the manifest of the checkpoint that generated the images
 * @param group of the checkpoint's labels
 */
public record SynthesisedItem(
    int line,
    @JsonProperty("custom_id") String customId,
    String source,
    FaceBox face,
    String checkpoint,
    String group,
    List<Image> images) {

  public SynthesisedItem {
    images = List.copyOf(images);
  }

  /** One expression. */
  public record Image(String expression, ObjectRef image) {}
}
