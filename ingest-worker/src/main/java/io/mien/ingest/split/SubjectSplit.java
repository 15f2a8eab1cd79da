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
    int subjects = (int) members.stream().map(Member::subject).distinct().count();
    return new Stratifier<>(members, Quotas.of(subjects, policy)).assign(policy.seed());
  }
}
