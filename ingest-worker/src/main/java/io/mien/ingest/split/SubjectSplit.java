package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.util.List;
import java.util.Map;

/**
 * Gives every subject to one part, by the shares of the policy and stratified ({@link Stratifier}).
 */
public final class SubjectSplit {

  private SubjectSplit() {}

  /** The part of every subject. */
  public static Map<String, Split> of(List<Member> members, SplitPolicy policy) {
    return of(members, policy, Map.of());
  }

  /**
   * The part of every subject of a dataset that has grown.
   *
   * @param kept parts of subjects that stay where they are: networks have been trained on some, and
   *     are to be judged on others
   */
  public static Map<String, Split> of(
      List<Member> members, SplitPolicy policy, Map<String, Split> kept) {
    int subjects = (int) members.stream().map(Member::subject).distinct().count();
    return new Stratifier<>(members, Quotas.of(subjects, policy)).assign(policy.seed(), kept);
  }
}
