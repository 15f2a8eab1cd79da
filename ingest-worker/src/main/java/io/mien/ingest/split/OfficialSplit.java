package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.failure.InvalidInput;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives every subject to the part in which the dataset was published. A part that it was not
 * published with, as the validation part of RAF-DB, is taken from its training part by the share of
 * the policy.
 */
public final class OfficialSplit {

  private OfficialSplit() {}

  /**
   * The part of every subject.
   *
   * @throws InvalidInput {@code partition-missing} or {@code partition-leaks}
   */
  public static Map<String, Split> of(List<PublishedMember> members, SplitPolicy policy) {
    requireParts(members);
    Map<String, Split> parts = new TreeMap<>();
    Set<Split> published = EnumSet.noneOf(Split.class);
    for (PublishedMember each : members) {
      Split part = Objects.requireNonNull(each.part());
      published.add(part);
      Split earlier = parts.putIfAbsent(each.member().subject(), part);
      if (earlier != null && earlier != part) {
        throw leaks(each.member().subject(), earlier, part);
      }
    }
    parts.putAll(takenFromTraining(members, published, policy));
    return parts;
  }

  private static Map<String, Split> takenFromTraining(
      List<PublishedMember> members, Set<Split> published, SplitPolicy policy) {
    SplitPolicy missing =
        new SplitPolicy(
            published.contains(Split.VALIDATION) ? 0 : policy.validation(),
            published.contains(Split.TEST) ? 0 : policy.test(),
            policy.seed());
    List<Member> training =
        members.stream()
            .filter(each -> each.part() == Split.TRAIN)
            .map(PublishedMember::member)
            .toList();
    return SubjectSplit.of(training, missing);
  }

  private static void requireParts(List<PublishedMember> members) {
    List<PublishedMember> without = members.stream().filter(each -> each.part() == null).toList();
    if (!without.isEmpty()) {
      throw new InvalidInput(
          "partition-missing",
          "Split by the official partition: %d of %d pictures have no official part, such as one of '%s'. Leave the option out to split by the run's policy."
              .formatted(without.size(), members.size(), without.get(0).member().subject()));
    }
  }

  private static InvalidInput leaks(String subject, Split one, Split other) {
    return new InvalidInput(
        "partition-leaks",
        "Split by the official partition: it has '%s' in its part %s and in its part %s. Leave the option out to split by people."
            .formatted(subject, one.wireName(), other.wireName()));
  }
}
