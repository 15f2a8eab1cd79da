package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.picture.CropPlacement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item whose face was found and cropped: a line beside the crops of a part, in their order.
 *
 * @param line as in {@link ListedItem}
 * @param source SHA-256 of the photo's bytes
 * @param face where it is in the photo
 * @param group of the checkpoint's labels
 * @param labels of that group, one at least
 * @param holds of that group
 * @param placement of the crop in the upright photo; null unless the photo is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreparedItem(
    int line,
    @JsonProperty("custom_id") String customId,
    String source,
    FaceBox face,
    String group,
    List<String> labels,
    List<String> holds,
    @Nullable CropPlacement placement) {

  public PreparedItem {
    labels = List.copyOf(labels);
    holds = List.copyOf(holds);
  }

  /** Of which the crop alone is kept. */
  public PreparedItem(
      int line,
      String customId,
      String source,
      FaceBox face,
      String group,
      List<String> labels,
      List<String> holds) {
    this(line, customId, source, face, group, labels, holds, null);
  }

  /** The name of its crop among those of its part, and of its photo among the photos. */
  public String cropName() {
    return "%08d.png".formatted(line);
  }
}
