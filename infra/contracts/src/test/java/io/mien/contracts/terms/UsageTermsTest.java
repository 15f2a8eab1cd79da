package io.mien.contracts.terms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTermsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final UsageTerms OURS =
      UsageTerms.stated("CC0-1.0", CommercialUse.ALLOWED, Minors.NONE, "protocol 7");

  @Test
  void whatIsMadeOfSeveralIsUnderTheStrictestTerms() {
    UsageTerms kdef = KnownTerms.complete(UsageTerms.UNKNOWN, "kdef", LayoutOptions.DEFAULTS);
    UsageTerms children = UsageTerms.stated(null, null, Minors.PRESENT, "protocol 8");

    assertThat(OURS.and(OURS)).isEqualTo(OURS);
    assertThat(OURS.and(kdef).licence())
        .isEqualTo("CC0-1.0; non-commercial research, by the agreement of KDEF");
    assertThat(OURS.and(kdef).commercialUse()).isEqualTo(CommercialUse.FORBIDDEN);
    assertThat(OURS.and(kdef).minors()).isEqualTo(Minors.NONE);
    assertThat(OURS.and(kdef).consent()).isNull();
    assertThat(OURS.and(children))
        .isEqualTo(
            UsageTerms.stated(
                "CC0-1.0", CommercialUse.UNKNOWN, Minors.PRESENT, "protocol 7; protocol 8"));
    assertThat(OURS.and(kdef).and(OURS)).isEqualTo(OURS.and(kdef));
    assertThat(UsageTerms.strictest(List.of())).isEqualTo(UsageTerms.UNKNOWN);
  }

  @Test
  void whatNobodyStatedIsAssumedOfThePublishedDatasetAndMarked() {
    UsageTerms stated = UsageTerms.stated("a licence of our own", null, null, " ");

    UsageTerms terms = KnownTerms.complete(stated, "celeba", LayoutOptions.DEFAULTS);

    assertThat(terms)
        .isEqualTo(
            new UsageTerms(
                "a licence of our own",
                CommercialUse.FORBIDDEN,
                Minors.UNKNOWN,
                null,
                List.of(UsageTerms.COMMERCIAL_USE)));
    assertThat(KnownTerms.complete(terms, "celeba", LayoutOptions.DEFAULTS)).isEqualTo(terms);
    assertThat(KnownTerms.complete(OURS, "celeba", LayoutOptions.DEFAULTS)).isEqualTo(OURS);
    assertThat(KnownTerms.complete(UsageTerms.UNKNOWN, "auto", LayoutOptions.DEFAULTS))
        .isEqualTo(UsageTerms.UNKNOWN);
  }

  @Test
  void rafdShowsMinorsOnlyWhenItsChildrenAreTaken() {
    LayoutOptions children = new LayoutOptions(null, Inclusion.INCLUDE, null, null);

    assertThat(KnownTerms.complete(UsageTerms.UNKNOWN, "rafd", LayoutOptions.DEFAULTS).minors())
        .isEqualTo(Minors.NONE);
    assertThat(KnownTerms.complete(UsageTerms.UNKNOWN, "rafd", children).minors())
        .isEqualTo(Minors.PRESENT);
    assertThat(KnownTerms.complete(UsageTerms.UNKNOWN, "raf-db", LayoutOptions.DEFAULTS).minors())
        .isEqualTo(Minors.PRESENT);
  }

  @Test
  void jsonNamesWhatIsKnown() throws Exception {
    assertThat(MAPPER.readValue("{}", UsageTerms.class)).isEqualTo(UsageTerms.UNKNOWN);
    assertThat(MAPPER.writeValueAsString(UsageTerms.UNKNOWN))
        .isEqualTo("{\"commercialUse\":\"unknown\",\"minors\":\"unknown\"}");
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(OURS), UsageTerms.class)).isEqualTo(OURS);
  }
}
