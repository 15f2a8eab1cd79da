package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.terminal.TermsLine;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.KnownTerms;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TermsOptionsTest {

  @Test
  void nothingIsStatedUnlessSomethingIsSaid() {
    assertThat(parse()).isNull();
    assertThat(
            parse(
                "--licence=CC0-1.0",
                "--commercial-use=allowed",
                "--minors=none",
                "--consent=protocol 7"))
        .isEqualTo(UsageTerms.stated("CC0-1.0", CommercialUse.ALLOWED, Minors.NONE, "protocol 7"));
    assertThat(parse("--minors=present"))
        .isEqualTo(UsageTerms.stated(null, null, Minors.PRESENT, null));
  }

  @Test
  void lineSaysWhatIsAssumed() {
    assertThat(TermsLine.of(UsageTerms.UNKNOWN))
        .isEqualTo(
            "Licence: not stated · commercial use: unknown · minors: unknown · consent: not stated");
    assertThat(TermsLine.of(KnownTerms.complete(UsageTerms.UNKNOWN, "mug", LayoutOptions.DEFAULTS)))
        .startsWith(
            "Licence: non-commercial research, by the agreement of MUG · commercial use: forb")
        .endsWith("(assumed of the published dataset: licence, commercialUse, minors)");
  }

  private static @Nullable UsageTerms parse(String... args) {
    TermsOptions options = new TermsOptions();
    CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.wrapWithoutInspection("x"));
    line.addMixin("terms", options);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.parseArgs(args);
    return options.terms();
  }
}
