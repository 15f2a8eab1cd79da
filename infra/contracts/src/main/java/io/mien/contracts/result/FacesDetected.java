package io.mien.contracts.result;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.PrefixRef;
import java.util.Map;

/**
 * @param faces where the crops of the part and what is known of them lie
 * @param crops how many there are
 * @param reused pictures whose faces an earlier version had found
 * @param rejections number of pictures without a crop, by reason
 */
public record FacesDetected(
    PrefixRef faces, int crops, int reused, Map<Rejection.Code, Integer> rejections)
    implements TaskResult {

  public FacesDetected {
    rejections = Map.copyOf(rejections);
  }
}
