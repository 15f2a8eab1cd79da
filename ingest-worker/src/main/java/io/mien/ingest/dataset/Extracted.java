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
    List<FoundCrop> crops = sifted(found, rejections, nearDuplicates);
    return new Extracted(crops, sorted(rejections), variety, pictures.size() + refused.size());
  }

  /**
   * @param pictures all of them
   * @param refused what the layout refused already
   */
  static Extracted of(
      List<FoundPicture> pictures, List<Rejection> refused, NearDuplicatePolicy nearDuplicates) {
    List<FoundCrop> found = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(refused);
    LabelVariety variety = new LabelVariety();
    Set<String> sources = new HashSet<>();
    for (FoundPicture picture : pictures) {
      sources.add(picture.source());
      take(picture, found, rejections, variety);
    }
    List<FoundCrop> crops = sifted(found, rejections, nearDuplicates);
    return new Extracted(crops, sorted(rejections), variety, sources.size() + refused.size());
  }

  /** Without the crops that the quota leaves out, which become rejections. */
  Extracted within(ClassQuota quota) {
    Map<String, Rejection> beyond = quota.beyond(crops);
    List<Rejection> all = new ArrayList<>(rejections);
    all.addAll(beyond.values());
    return new Extracted(
        crops.stream().filter(crop -> !beyond.containsKey(crop.key())).toList(),
        sorted(all),
        variety,
        files);
  }

  /**
   * In order, without duplicates.
   *
   * @param rejections takes what is left out
   */
  private static List<FoundCrop> sifted(
      List<FoundCrop> found, List<Rejection> rejections, NearDuplicatePolicy nearDuplicates) {
    found.sort(Comparator.comparing(FoundCrop::source).thenComparing(FoundCrop::key));
    List<FoundCrop> crops = withoutDuplicates(found, rejections);
    return nearDuplicates == NearDuplicatePolicy.REJECT
        ? NearDuplicateSieve.sift(crops, rejections)
        : crops;
  }

  private static List<Rejection> sorted(List<Rejection> rejections) {
    return rejections.stream()
        .sorted(Comparator.comparing(Rejection::source).thenComparing(Rejection::detail))
        .toList();
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
      variety.add(picture.subject(), picture.expression(), picture.attributes());
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
