package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.dataset.FaceChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that can be begun: a line of a part.
 *
 * @param line of the JSON lines, or number of the file in its source, from 1
 * @param photo name of a file of the source, or {@code s3://bucket/key}
 * @param sha256 that the photo must have; null for any
 * @param group of the checkpoint's labels
 * @param labels of that group, one at least
 * @param holds of that group
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedItem(
    int line,
    @JsonProperty("custom_id") String customId,
    String photo,
    @Nullable String sha256,
    String group,
    List<String> labels,
    List<String> holds,
    FaceChoice face) {

  public ListedItem {
    labels = List.copyOf(labels);
    holds = List.copyOf(holds);
  }
}
