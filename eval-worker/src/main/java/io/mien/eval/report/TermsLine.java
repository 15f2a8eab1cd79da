package io.mien.eval.report;

import io.mien.contracts.terms.UsageTerms;
import org.jspecify.annotations.Nullable;

/** On what terms the pictures of a report, and what was made of them, may be used. */
final class TermsLine {

  private TermsLine() {}

  /** Empty for reports of earlier versions. */
  static String html(@Nullable UsageTerms terms) {
    if (terms == null) {
      return "";
    }
    String consent = terms.consent() == null ? "no reference stated" : terms.consent();
    return "<p>Licence: %s. Commercial use: %s. Minors: %s. Consent: %s.</p>"
        .formatted(
            Html.escape(terms.licenceInWords()),
            terms.commercialUse().wireName(),
            terms.minors().wireName(),
            Html.escape(consent));
  }
}
