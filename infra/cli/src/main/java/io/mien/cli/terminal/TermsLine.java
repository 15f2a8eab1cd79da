package io.mien.cli.terminal;

import io.mien.contracts.terms.UsageTerms;

/** The terms of use in a line. */
public final class TermsLine {

  private TermsLine() {}

  /** {@code Licence: CC0 · commercial use: allowed · minors: unknown · consent: not stated}. */
  public static String of(UsageTerms terms) {
    String line =
        "Licence: %s · commercial use: %s · minors: %s · consent: %s"
            .formatted(
                terms.licenceInWords(),
                terms.commercialUse().wireName(),
                terms.minors().wireName(),
                terms.consent() == null ? "not stated" : terms.consent());
    return terms.assumed().isEmpty()
        ? line
        : line + " (assumed of the published dataset: " + String.join(", ", terms.assumed()) + ")";
  }
}
