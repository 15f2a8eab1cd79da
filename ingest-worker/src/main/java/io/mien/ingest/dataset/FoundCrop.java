package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of every crop at once before any is packed; the rest is read again.
 *
 * @param label expression, else pose, else empty: what the parts of the dataset shall have alike
 * @param perceptualHash of the crop; null in those of earlier versions
 * @param part official one, where the dataset tells
 * @param origin which of several datasets the picture comes from, as a column {@code dataset} or
 *     {@code source} tells; else empty
 */
record FoundCrop(
    String key,
    String source,
    String subject,
    @Nullable String expression,
    String label,
    @Nullable Split part,
    @Nullable String perceptualHash,
    String origin,
    String sha256) {

  private static final List<String> ORIGINS = List.of("dataset", "source");

  static FoundCrop of(FoundPicture picture, FoundPicture.Face face) {
    return new FoundCrop(
        face.key(),
        picture.source(),
        picture.subject(),
        picture.expression(),
        label(picture.expression(), picture.attributes()),
        part(picture.attributes()),
        face.quality().perceptualHash(),
        origin(picture.attributes()),
        face.sha256());
  }

  /** Of a picture that nobody has looked at; it has no digest. */
  static FoundCrop of(Picture picture) {
    return new FoundCrop(
        picture.source(),
        picture.source(),
        picture.subject(),
        picture.expression(),
        label(picture.expression(), picture.attributes()),
        part(picture.attributes()),
        null,
        origin(picture.attributes()),
        "");
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
        origin(crop.attributes()),
        crop.sha256());
  }

  /** For a person. */
  String word() {
    return Optional.ofNullable(expression).orElse("no expression");
  }

  private static String origin(Map<String, String> attributes) {
    return ORIGINS.stream()
        .flatMap(column -> Stream.ofNullable(attributes.get(column)))
        .findFirst()
        .orElse("");
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
