package io.mien.contracts.terms;

import io.mien.contracts.failure.InvalidInput;

/**
 * What a run needs of the terms of its data. Made of the policy of an installation and of what the
 * run's request says.
 *
 * @param purpose of what the run makes
 * @param commercialUse whether commerce has to be allowed in so many words: when optional, data of
 *     unknown terms may serve it, forbidden ones never
 * @param consent whether a reference to the consent of the people has to be on file
 */
public record UseRules(
    Purpose purpose, MinorsRule minors, Requirement commercialUse, Requirement consent) {

  /** Research on whoever was included explicitly. */
  public static final UseRules DEFAULTS =
      new UseRules(
          Purpose.RESEARCH, MinorsRule.EXPLICIT, Requirement.REQUIRED, Requirement.OPTIONAL);

  /** For another purpose. */
  public UseRules with(Purpose other) {
    return new UseRules(other, minors, commercialUse, consent);
  }

  /** Once somebody has included minors explicitly. */
  public UseRules withMinorsIncluded() {
    return minors == MinorsRule.EXPLICIT
        ? new UseRules(purpose, MinorsRule.ALLOW, commercialUse, consent)
        : this;
  }

  /**
   * Checks that data may be used.
   *
   * @param what the data, for the message: {@code dataset 'faces'}
   * @throws InvalidInput {@code minors-refused}, {@code commercial-use-refused} or {@code
   *     consent-missing}
   */
  public void check(String what, UsageTerms terms) {
    if (minors != MinorsRule.ALLOW && terms.minors() == Minors.PRESENT) {
      throw minorsRefused(what);
    }
    if (purpose == Purpose.COMMERCIAL && !mayServeCommerce(terms)) {
      throw commerceRefused(what, terms);
    }
    if (consent == Requirement.REQUIRED && terms.consent() == null) {
      throw new InvalidInput(
          "consent-missing",
          "Use %s: the rule mien.policy.consent=required needs a reference to the consent of the people shown, and none is stated. Register it with one (--consent)."
              .formatted(what));
    }
  }

  private boolean mayServeCommerce(UsageTerms terms) {
    return switch (terms.commercialUse()) {
      case ALLOWED -> true;
      case UNKNOWN -> commercialUse == Requirement.OPTIONAL;
      case FORBIDDEN -> false;
    };
  }

  private InvalidInput minorsRefused(String what) {
    String remedy =
        minors == MinorsRule.EXPLICIT
            ? "Include them in the run explicitly (--include-minors), if you may; or use other data."
            : "Use other data, or have the rule changed.";
    return new InvalidInput(
        "minors-refused",
        "Use %s: it shows minors, and the rule mien.policy.minors=%s keeps them out. %s"
            .formatted(what, minors.wireName(), remedy));
  }

  private InvalidInput commerceRefused(String what, UsageTerms terms) {
    return new InvalidInput(
        "commercial-use-refused",
        "Use %s for a commercial purpose: its commercial use is %s (licence: %s), and the rule mien.policy.commercial-use=%s refuses that. Use data whose licence allows it, state the terms when you register it (--licence, --commercial-use), or run for research."
            .formatted(
                what,
                terms.commercialUse().wireName(),
                terms.licenceInWords(),
                commercialUse.wireName()));
  }
}
