package io.mien.ingest.split;

import io.mien.contracts.dataset.Folds;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.Picture;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Splits pictures as a policy says. */
public final class DatasetSplit {

  private DatasetSplit() {}

  /**
   * Where every picture belongs, by its source.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code partition-missing}, {@code
   *     partition-leaks} or {@code too-few-subjects}
   */
  public static Map<String, Assignment> of(Collection<Picture> pictures, SplitPolicy policy) {
    Integer folds = policy.folds();
    if (folds != null) {
      Map<String, Integer> bySubject = SubjectFolds.of(members(pictures), folds, policy.seed());
      return bySource(
          pictures, bySubject, fold -> new Assignment(Folds.part(fold, 1, folds), fold));
    }
    return switch (policy.unit()) {
      case SUBJECT ->
          bySource(pictures, SubjectSplit.of(members(pictures), policy), DatasetSplit::part);
      case OFFICIAL ->
          bySource(pictures, OfficialSplit.of(published(pictures), policy), DatasetSplit::part);
      case IMAGE -> {
        Map<String, Assignment> parts = new HashMap<>();
        ImageSplit.of(pictures.stream().map(Picture::source).toList(), policy)
            .forEach((source, part) -> parts.put(source, part(part)));
        yield parts;
      }
    };
  }

  /**
   * Refuses what {@link #of} would refuse, as far as it is known before anybody has looked at the
   * pictures.
   */
  public static void check(Collection<Picture> listed, SplitPolicy policy) {
    of(listed.stream().filter(Picture::isUsable).toList(), policy);
  }

  private static Assignment part(Split part) {
    return new Assignment(part, null);
  }

  private static <P> Map<String, Assignment> bySource(
      Collection<Picture> pictures, Map<String, P> bySubject, Function<P, Assignment> assignment) {
    Map<String, Assignment> bySource = new HashMap<>();
    for (Picture picture : pictures) {
      P part = Objects.requireNonNull(bySubject.get(picture.subject()));
      bySource.put(picture.source(), assignment.apply(part));
    }
    return bySource;
  }

  private static List<Member> members(Collection<Picture> pictures) {
    return pictures.stream().map(DatasetSplit::member).toList();
  }

  private static List<PublishedMember> published(Collection<Picture> pictures) {
    return pictures.stream()
        .map(picture -> new PublishedMember(member(picture), Columns.partOf(picture).orElse(null)))
        .toList();
  }

  /** Shared out by expression, else by pose. */
  private static Member member(Picture picture) {
    String pose = picture.attributes().getOrDefault(Columns.POSE, "");
    return new Member(picture.subject(), Objects.requireNonNullElse(picture.expression(), pose));
  }
}
