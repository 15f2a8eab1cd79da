package io.mien.contracts.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On what terms pictures may be used, as far as anybody has told. They travel to everything that is
 * made of the pictures.
 *
 * @param licence its name, or a sentence; absent when nobody has stated one
 * @param consent where the consent of the people shown is on file, such as the number of a
 *     protocol; absent when nobody has said
 * @param assumed names of the fields that nobody stated but that are known of the published dataset
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UsageTerms(
    @Nullable String licence,
    CommercialUse commercialUse,
    Minors minors,
    @Nullable String consent,
    List<String> assumed) {

  public static final String LICENCE = "licence";
  public static final String COMMERCIAL_USE = "commercialUse";
  public static final String MINORS = "minors";
  public static final String CONSENT = "consent";

  /** Between the licences of what was made of several. */
  private static final String BETWEEN = "; ";

  /** Nobody has told anything. */
  public static final UsageTerms UNKNOWN = new UsageTerms(null, null, null, null, null);

  public UsageTerms(
      @Nullable String licence,
      @Nullable CommercialUse commercialUse,
      @Nullable Minors minors,
      @Nullable String consent,
      @Nullable List<String> assumed) {
    this.licence = licence == null || licence.isBlank() ? null : licence.strip();
    this.commercialUse = Objects.requireNonNullElse(commercialUse, CommercialUse.UNKNOWN);
    this.minors = Objects.requireNonNullElse(minors, Minors.UNKNOWN);
    this.consent = consent == null || consent.isBlank() ? null : consent.strip();
    this.assumed = assumed == null ? List.of() : List.copyOf(assumed);
  }

  /** As somebody states them. */
  public static UsageTerms stated(
      @Nullable String licence,
      @Nullable CommercialUse commercialUse,
      @Nullable Minors minors,
      @Nullable String consent) {
    return new UsageTerms(licence, commercialUse, minors, consent, List.of());
  }

  /** A licence and nothing else. */
  public static UsageTerms licensed(String licence) {
    return stated(licence, null, null, null);
  }

  /** With what is known of the published dataset where nobody has stated anything. */
  public UsageTerms orElse(UsageTerms known) {
    List<String> filled = new ArrayList<>(assumed);
    boolean noLicence = licence == null && known.licence != null;
    boolean noUse =
        commercialUse == CommercialUse.UNKNOWN && known.commercialUse != CommercialUse.UNKNOWN;
    boolean noMinors = minors == Minors.UNKNOWN && known.minors != Minors.UNKNOWN;
    if (noLicence) {
      filled.add(LICENCE);
    }
    if (noUse) {
      filled.add(COMMERCIAL_USE);
    }
    if (noMinors) {
      filled.add(MINORS);
    }
    return new UsageTerms(
        noLicence ? known.licence : licence,
        noUse ? known.commercialUse : commercialUse,
        noMinors ? known.minors : minors,
        consent,
        filled);
  }

  /** The terms of what is made of both: the strictest hold. */
  public UsageTerms and(UsageTerms other) {
    return strictest(Arrays.asList(this, other));
  }

  /**
   * The terms of what is made of all of these: every licence holds, commerce is forbidden when one
   * forbids it, minors are present when one has them. Consent is on file only where all have it.
   */
  public static UsageTerms strictest(Collection<UsageTerms> all) {
    if (all.isEmpty()) {
      return UNKNOWN;
    }
    return new UsageTerms(
        joined(all, UsageTerms::licence),
        all.stream().map(UsageTerms::commercialUse).max(Comparator.naturalOrder()).orElseThrow(),
        all.stream().map(UsageTerms::minors).max(Comparator.naturalOrder()).orElseThrow(),
        all.stream().allMatch(each -> each.consent != null)
            ? joined(all, UsageTerms::consent)
            : null,
        all.stream().flatMap(each -> each.assumed.stream()).distinct().toList());
  }

  /** The licence in words, whether it is known or not. */
  public String licenceInWords() {
    return licence == null ? "not stated" : licence;
  }

  private static @Nullable String joined(
      Collection<UsageTerms> all, Function<UsageTerms, @Nullable String> part) {
    String together =
        all.stream()
            .map(part)
            .filter(Objects::nonNull)
            .flatMap(text -> Arrays.stream(text.split(BETWEEN, -1)))
            .distinct()
            .collect(Collectors.joining(BETWEEN));
    return together.isEmpty() ? null : together;
  }
}
