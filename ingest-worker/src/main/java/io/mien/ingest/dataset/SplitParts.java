package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.ingest.split.ImageSplit;
import io.mien.ingest.split.Member;
import io.mien.ingest.split.OfficialSplit;
import io.mien.ingest.split.PublishedMember;
import io.mien.ingest.split.SubjectSplit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The part of a prepared dataset that every crop goes into.
 *
 * @param bySource of the picture
 */
record SplitParts(Map<String, Split> bySource) {

  /**
   * @param kept parts of the subjects of the version before
   */
  static SplitParts of(SplitPolicy policy, List<FoundCrop> crops, Map<String, Split> kept) {
    return new SplitParts(
        switch (policy.unit()) {
          case SUBJECT -> bySource(crops, SubjectSplit.of(members(crops), policy, kept));
          case OFFICIAL -> bySource(crops, OfficialSplit.of(published(crops), policy));
          case IMAGE -> ImageSplit.of(crops.stream().map(FoundCrop::source).toList(), policy);
        });
  }

  Split of(String source) {
    return Objects.requireNonNull(bySource.get(source), source);
  }

  private static Map<String, Split> bySource(List<FoundCrop> crops, Map<String, Split> bySubject) {
    Map<String, Split> bySource = new HashMap<>();
    for (FoundCrop crop : crops) {
      bySource.put(crop.source(), Objects.requireNonNull(bySubject.get(crop.subject())));
    }
    return bySource;
  }

  private static List<Member> members(List<FoundCrop> crops) {
    return crops.stream().map(SplitParts::member).toList();
  }

  private static List<PublishedMember> published(List<FoundCrop> crops) {
    return crops.stream().map(crop -> new PublishedMember(member(crop), crop.part())).toList();
  }

  private static Member member(FoundCrop crop) {
    return new Member(crop.subject(), crop.label());
  }
}
