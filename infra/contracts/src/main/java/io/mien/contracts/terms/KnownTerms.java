package io.mien.contracts.terms;

import static java.util.Map.entry;

import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import java.util.Map;

/**
 * What is certain of public datasets: the terms on which they are handed out, and the ages that
 * their authors publish. A copy that somebody has other rights to is registered with these.
 */
public final class KnownTerms {

  private static final String RESEARCH = "non-commercial research, by the agreement of ";

  /** The adults of CK+ are 18 to 50, those of KDEF 20 to 30, those of MUG 20 to 35. */
  private static final Map<String, UsageTerms> BY_LAYOUT =
      Map.ofEntries(
          entry(Layouts.CK_PLUS, research("CK+", Minors.NONE)),
          entry(Layouts.CK_PLUS_48, research("CK+", Minors.NONE)),
          entry(Layouts.KDEF, research("KDEF", Minors.NONE)),
          entry(Layouts.MUG, research("MUG", Minors.NONE)),
          entry(Layouts.RAFD, research("RaFD", Minors.NONE)),
          entry(Layouts.JAFFE, research("JAFFE", Minors.UNKNOWN)),
          entry(Layouts.CELEBA, research("CelebA", Minors.UNKNOWN)),
          entry(Layouts.AFFECTNET, research("AffectNet", Minors.UNKNOWN)),
          // Its people are 0 to 70 years old
          entry(Layouts.RAF_DB, research("RAF-DB", Minors.PRESENT)));

  private KnownTerms() {}

  /**
   * The terms of a dataset, what nobody stated filled in as far as its layout tells.
   *
   * @param layout name of a layout; of {@link Layouts#AUTO} nothing is known
   * @param options which say whether the children of RaFD are taken
   */
  public static UsageTerms complete(UsageTerms stated, String layout, LayoutOptions options) {
    UsageTerms known = BY_LAYOUT.getOrDefault(layout, UsageTerms.UNKNOWN);
    boolean children = layout.equals(Layouts.RAFD) && options.children() == Inclusion.INCLUDE;
    return stated.orElse(children ? research("RaFD", Minors.PRESENT) : known);
  }

  private static UsageTerms research(String dataset, Minors minors) {
    return UsageTerms.stated(RESEARCH + dataset, CommercialUse.FORBIDDEN, minors, null);
  }
}
