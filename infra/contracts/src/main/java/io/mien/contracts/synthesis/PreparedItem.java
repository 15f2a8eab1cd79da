package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.dataset.FaceBox;
import java.util.List;

/**
 * An item whose face was found and cropped: a line beside the crops of a part, in their order.
 *
 * @param line as in {@link ListedItem}
 * @param source SHA-256 of the photo's bytes
 * @param face where it is in the photo
 * @param group of the checkpoint's labels
 * @param labels of that group, one at least
 * @param holds of that group
 */
public record PreparedItem(
    int line,
    @JsonProperty("custom_id") String customId,
    String source,
    FaceBox face,
    String group,
    List<String> labels,
    List<String> holds) {

  public PreparedItem {
    labels = List.copyOf(labels);
    holds = List.copyOf(holds);
  }

  /** The name of its crop among those of its part. */
  public String cropName() {
    return "%08d.png".formatted(line);
  }
}
