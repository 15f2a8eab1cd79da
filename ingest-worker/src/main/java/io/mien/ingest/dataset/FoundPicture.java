package io.mien.ingest.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a picture: a face or a reason why there is none.
 *
 * @param photo SHA-256 of the picture's bytes; null when they could not be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundPicture(
    String source,
    String subject,
    @Nullable String expression,
    Map<String, String> attributes,
    @Nullable String photo,
    @Nullable Face face,
    @Nullable Rejection rejection) {

  FoundPicture {
    attributes = Map.copyOf(attributes);
  }

  /**
   * A crop.
   *
   * @param key of the crop; with {@code .png} its name in the tar
   * @param sha256 of the crop's bytes
   */
  record Face(String key, FaceBox box, CropQuality quality, String sha256) {}
}
