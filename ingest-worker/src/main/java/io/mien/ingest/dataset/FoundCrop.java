package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import io.mien.ingest.layout.Columns;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of every crop at once before any is packed; the rest is read again.
 *
 * @param label expression, else pose, else empty: what the parts of the dataset shall have alike
 * @param perceptualHash of the crop; null in those of earlier versions
 * @param part official one, where the dataset tells
 */
record FoundCrop(
    String key,
    String source,
    String subject,
    @Nullable String expression,
    String label,
    @Nullable Split part,
    @Nullable String perceptualHash,
    String sha256) {

  static FoundCrop of(FoundPicture picture, FoundPicture.Face face) {
    return new FoundCrop(
        face.key(),
        picture.source(),
        picture.subject(),
        picture.expression(),
        label(picture.expression(), picture.attributes()),
        part(picture.attributes()),
        face.quality().perceptualHash(),
        face.sha256());
  }

  static FoundCrop of(CropRecord crop) {
    return new FoundCrop(
        crop.key(),
        crop.source(),
        crop.subject(),
        crop.expression(),
        label(crop.expression(), crop.attributes()),
        part(crop.attributes()),
        crop.quality().perceptualHash(),
        crop.sha256());
  }

  /** For a person. */
  String word() {
    return Optional.ofNullable(expression).orElse("no expression");
  }

  private static String label(@Nullable String expression, Map<String, String> attributes) {
    String pose = attributes.getOrDefault(LabelGroups.POSE, "");
    return Optional.ofNullable(expression).orElse(pose);
  }

  private static @Nullable Split part(Map<String, String> attributes) {
    return Optional.ofNullable(attributes.get(Columns.PARTITION))
        .flatMap(Columns::part)
        .orElse(null);
  }
}
