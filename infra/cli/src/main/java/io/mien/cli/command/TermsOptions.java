package io.mien.cli.command;

import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what terms pictures or weights may be used. */
final class TermsOptions {

  @Option(names = "--licence", description = "its licence; travels with all that is made of it")
  private @Nullable String licence;

  @Option(
      names = "--commercial-use",
      paramLabel = "USE",
      description = "whether it may serve commerce: ${COMPLETION-CANDIDATES}")
  private @Nullable CommercialUse commercialUse;

  @Option(
      names = "--minors",
      paramLabel = "WHO",
      description = "whether it shows children: ${COMPLETION-CANDIDATES}")
  private @Nullable Minors minors;

  @Option(
      names = "--consent",
      paramLabel = "REFERENCE",
      description = "where the consent of the people shown is on file")
  private @Nullable String consent;

  /** What was stated; null when nothing was. */
  @Nullable UsageTerms terms() {
    UsageTerms stated = UsageTerms.stated(licence, commercialUse, minors, consent);
    return stated.equals(UsageTerms.UNKNOWN) ? null : stated;
  }
}
