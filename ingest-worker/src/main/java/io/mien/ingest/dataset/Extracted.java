package io.mien.ingest.dataset;

import io.mien.contracts.dataset.NearDuplicatePolicy;
import io.mien.contracts.dataset.Rejection;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a dataset gave, sorted by source.
 *
 * @param crops each of another picture, or of another face of it
 * @param variety of the labels of the crops
 * @param files pictures, and what the layout refused
 */
record Extracted(
    List<FoundCrop> crops, List<Rejection> rejections, LabelVariety variety, int files) {

  /**
   * @param parts files of {@link FoundPicture}s
   * @param refused what the layout refused already
   */
  static Extracted read(
      List<Path> parts, List<Rejection> refused, NearDuplicatePolicy nearDuplicates)
      throws IOException {
    List<FoundCrop> found = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(refused);
    LabelVariety variety = new LabelVariety();
    Set<String> pictures = new HashSet<>();
    for (Path part : parts) {
      new JsonLinesFile(part, WireJson.MAPPER)
          .forEach(
              FoundPicture.class,
              picture -> {
                pictures.add(picture.source());
                take(picture, found, rejections, variety);
              });
    }
    found.sort(Comparator.comparing(FoundCrop::source).thenComparing(FoundCrop::key));
    List<FoundCrop> crops = withoutDuplicates(found, rejections);
    if (nearDuplicates == NearDuplicatePolicy.REJECT) {
      crops = NearDuplicateSieve.sift(crops, rejections);
    }
    rejections.sort(Comparator.comparing(Rejection::source).thenComparing(Rejection::detail));
    return new Extracted(crops, List.copyOf(rejections), variety, pictures.size() + refused.size());
  }

  Set<String> keys() {
    return crops.stream().map(FoundCrop::key).collect(Collectors.toSet());
  }

  private static void take(
      FoundPicture picture,
      List<FoundCrop> found,
      List<Rejection> rejections,
      LabelVariety variety) {
    FoundPicture.Face face = picture.face();
    Rejection rejection = picture.rejection();
    if (face != null) {
      found.add(FoundCrop.of(picture, face));
      variety.add(picture.expression(), picture.attributes());
    } else if (rejection != null) {
      rejections.add(rejection);
    }
  }

  /** The same picture under two names could be in two parts: the first name stays. */
  private static List<FoundCrop> withoutDuplicates(
      List<FoundCrop> found, List<Rejection> rejections) {
    Map<String, FoundCrop> first = new HashMap<>();
    List<FoundCrop> crops = new ArrayList<>();
    for (FoundCrop crop : found) {
      FoundCrop same = first.putIfAbsent(crop.sha256(), crop);
      if (same == null) {
        crops.add(crop);
      } else {
        rejections.add(duplicate(crop, same));
      }
    }
    return List.copyOf(crops);
  }

  private static Rejection duplicate(FoundCrop crop, FoundCrop same) {
    String detail =
        "shows the same as %s ('%s' there, '%s' here)"
            .formatted(same.source(), same.word(), crop.word());
    return new Rejection(crop.source(), Rejection.Code.DUPLICATE, detail);
  }
}
