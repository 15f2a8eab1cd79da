package io.mien.contracts.terms;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseRulesTest {

  private static final UsageTerms CHILDREN =
      UsageTerms.stated(null, CommercialUse.ALLOWED, Minors.PRESENT, null);

  @Test
  void researchOnDataOfUnknownTermsGoesAhead() {
    assertThatCode(() -> UseRules.DEFAULTS.check("dataset 'faces'", UsageTerms.UNKNOWN))
        .doesNotThrowAnyException();
  }

  @Test
  void minorsHaveToBeIncludedExplicitly() {
    assertRefused(UseRules.DEFAULTS, CHILDREN, "minors-refused", "--include-minors");
    assertAllowed(UseRules.DEFAULTS.withMinorsIncluded(), CHILDREN);
  }

  @Test
  void minorsThatAreRefusedCannotBeIncluded() {
    UseRules refuse = rules(Purpose.RESEARCH, MinorsRule.REFUSE, Requirement.OPTIONAL);
    UseRules allow = rules(Purpose.RESEARCH, MinorsRule.ALLOW, Requirement.OPTIONAL);

    assertRefused(
        refuse.withMinorsIncluded(), CHILDREN, "minors-refused", "mien.policy.minors=refuse");
    assertAllowed(allow, CHILDREN);
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOWED, REQUIRED, true",
    "ALLOWED, OPTIONAL, true",
    "UNKNOWN, REQUIRED, false",
    "UNKNOWN, OPTIONAL, true",
    "FORBIDDEN, REQUIRED, false",
    "FORBIDDEN, OPTIONAL, false"
  })
  void commerceNeedsDataThatMayServeIt(CommercialUse use, Requirement required, boolean goesAhead) {
    UsageTerms terms = UsageTerms.stated("CC-BY-NC-4.0", use, null, null);
    UseRules commercial = rules(Purpose.COMMERCIAL, MinorsRule.ALLOW, required);

    if (goesAhead) {
      assertAllowed(commercial, terms);
    } else {
      assertRefused(commercial, terms, "commercial-use-refused", "CC-BY-NC-4.0");
    }
    assertAllowed(commercial.with(Purpose.RESEARCH), terms);
  }

  @Test
  void consentIsNeededWhereItIsRequired() {
    UseRules rules =
        new UseRules(
            Purpose.RESEARCH, MinorsRule.ALLOW, Requirement.OPTIONAL, Requirement.REQUIRED);

    assertRefused(rules, UsageTerms.licensed("CC0-1.0"), "consent-missing", "--consent");
    assertAllowed(rules, UsageTerms.stated(null, null, null, "protocol 7"));
  }

  private static UseRules rules(Purpose purpose, MinorsRule minors, Requirement commercialUse) {
    return new UseRules(purpose, minors, commercialUse, Requirement.OPTIONAL);
  }

  private static void assertAllowed(UseRules rules, UsageTerms terms) {
    assertThatCode(() -> rules.check("dataset 'faces'", terms)).doesNotThrowAnyException();
  }

  private static void assertRefused(UseRules rules, UsageTerms terms, String code, String says) {
    assertThatThrownBy(() -> rules.check("dataset 'faces'", terms))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("dataset 'faces'")
        .hasMessageContaining("mien.policy.")
        .hasMessageContaining(says)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo(code);
  }
}
