package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Folds;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.split.Assignment;
import io.mien.ingest.split.ImageSplit;
import io.mien.ingest.split.Member;
import io.mien.ingest.split.OfficialSplit;
import io.mien.ingest.split.PublishedMember;
import io.mien.ingest.split.SubjectFolds;
import io.mien.ingest.split.SubjectSplit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The part of a prepared dataset that every crop goes into, and its fold where there are folds.
 *
 * @param bySource of the picture
 */
record SplitParts(Map<String, Assignment> bySource) {

  /**
   * @param kept where the subjects of the version before are
   * @throws io.mien.contracts.failure.InvalidInput {@code partition-missing}, {@code
   *     partition-leaks} or {@code too-few-subjects}
   */
  static SplitParts of(
      SplitPolicy policy, Collection<FoundCrop> crops, Map<String, Assignment> kept) {
    Integer folds = policy.folds();
    if (folds != null) {
      return new SplitParts(
          bySource(
              crops,
              SubjectFolds.of(members(crops), folds, policy.seed(), folds(kept)),
              fold -> new Assignment(Folds.part(fold, 1, folds), fold)));
    }
    return new SplitParts(
        switch (policy.unit()) {
          case SUBJECT ->
              bySource(
                  crops, SubjectSplit.of(members(crops), policy, parts(kept)), SplitParts::part);
          case OFFICIAL ->
              bySource(crops, OfficialSplit.of(published(crops), policy), SplitParts::part);
          case IMAGE -> byImage(crops, policy);
        });
  }

  /**
   * Refuses what {@link #of} would refuse, as far as it is known before anybody has looked at the
   * pictures.
   */
  static void check(SplitPolicy policy, Collection<Picture> listed) {
    of(policy, listed.stream().filter(Picture::isUsable).map(FoundCrop::of).toList(), Map.of());
  }

  Assignment of(String source) {
    return Objects.requireNonNull(bySource.get(source), source);
  }

  private static Assignment part(Split part) {
    return new Assignment(part, null);
  }

  private static <P> Map<String, Assignment> bySource(
      Collection<FoundCrop> crops, Map<String, P> bySubject, Function<P, Assignment> assignment) {
    Map<String, Assignment> bySource = new HashMap<>();
    for (FoundCrop crop : crops) {
      P part = Objects.requireNonNull(bySubject.get(crop.subject()));
      bySource.put(crop.source(), assignment.apply(part));
    }
    return bySource;
  }

  private static Map<String, Assignment> byImage(Collection<FoundCrop> crops, SplitPolicy policy) {
    Map<String, Assignment> bySource = new HashMap<>();
    ImageSplit.of(crops.stream().map(FoundCrop::source).toList(), policy)
        .forEach((source, part) -> bySource.put(source, part(part)));
    return bySource;
  }

  private static Map<String, Split> parts(Map<String, Assignment> kept) {
    Map<String, Split> parts = new HashMap<>();
    kept.forEach((subject, place) -> parts.put(subject, place.part()));
    return parts;
  }

  private static Map<String, Integer> folds(Map<String, Assignment> kept) {
    Map<String, Integer> folds = new HashMap<>();
    kept.forEach(
        (subject, place) -> {
          if (place.fold() != null) {
            folds.put(subject, place.fold());
          }
        });
    return folds;
  }

  private static List<Member> members(Collection<FoundCrop> crops) {
    return crops.stream().map(SplitParts::member).toList();
  }

  private static List<PublishedMember> published(Collection<FoundCrop> crops) {
    return crops.stream().map(crop -> new PublishedMember(member(crop), crop.part())).toList();
  }

  private static Member member(FoundCrop crop) {
    return new Member(crop.subject(), crop.label());
  }
}
