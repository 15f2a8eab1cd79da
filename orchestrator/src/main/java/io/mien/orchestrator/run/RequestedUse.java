package io.mien.orchestrator.run;

import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.terms.Purpose;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.PretrainedClassifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules that a request meets: the installation's policy, and what the request says. */
public final class RequestedUse {

  private RequestedUse() {}

  /** What a run needs of the terms of its data. */
  public static UseRules of(RunRequest request, UseRules policy) {
    return of(request.purpose(), request.minors(), policy);
  }

  /**
   * What a run needs of the terms of its data.
   *
   * @param asked what it is for; what the policy says when absent
   */
  static UseRules of(@Nullable Purpose asked, @Nullable Inclusion minors, UseRules policy) {
    Purpose purpose = Objects.requireNonNullElse(asked, policy.purpose());
    UseRules rules = policy.with(purpose);
    return minors == Inclusion.INCLUDE ? rules.withMinorsIncluded() : rules;
  }

  /**
   * Checks a classifier that a training is to start from.
   *
   * @throws io.mien.contracts.failure.InvalidInput when the rules refuse it
   */
  public static void check(UseRules rules, PretrainedClassifier classifier) {
    made(rules, "the classifier that the training is to start from", classifier.terms());
  }

  /**
   * Checks a checkpoint that something is to be made with.
   *
   * @throws io.mien.contracts.failure.InvalidInput when the rules refuse it
   */
  public static void check(UseRules rules, CheckpointView checkpoint) {
    made(rules, "checkpoint " + checkpoint.checkpointId(), checkpoint.summary().terms());
  }

  /** Minors were included when it was made, or it would not be there. */
  private static void made(UseRules rules, String what, UsageTerms terms) {
    rules.withMinorsIncluded().check(what, terms);
  }
}
