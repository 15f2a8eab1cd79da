package io.mien.synth.image;

import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;

/**
 * What generated images come from.
 *
 * @param terms on which they may be used
 */
public record Origin(PrefixRef checkpoint, UsageTerms terms) {}
