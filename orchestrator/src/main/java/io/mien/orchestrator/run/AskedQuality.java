package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.QualityRequest;
import org.jspecify.annotations.Nullable;

/** Judges what a request says of quality by itself. */
final class AskedQuality {

  private AskedQuality() {}

  /**
   * @throws InvalidInput {@code bad-quality}
   */
  static void check(QualityRequest asked) {
    within("target", asked.target(), 0);
    within("identity", asked.identity(), -1);
    if (asked.identity() != null && asked.embedder() == null) {
      throw bad(
          "asks for an identity of %s, but names no 'embedder'; name a classifier of people (a classifier trained with \"group\": \"subject\")"
              .formatted(asked.identity()));
    }
    if (asked.options().size() > QualityRequest.MOST_OPTIONS) {
      throw bad(
          "has %d options; at most %d are tried"
              .formatted(asked.options().size(), QualityRequest.MOST_OPTIONS));
    }
    if (!asked.options().isEmpty() && asked.target() == null && asked.identity() == null) {
      throw bad("has options, but neither 'target' nor 'identity' below which they are tried");
    }
    for (QualityRequest.Option option : asked.options()) {
      if (option.checkpoint() == null && option.intensity() == null) {
        throw bad("has an option that changes nothing; give it a 'checkpoint' or an 'intensity'");
      }
      within("options.intensity", option.intensity(), 0);
    }
  }

  private static void within(String field, @Nullable Double value, int low) {
    if (value != null && !(value > low && value <= 1)) {
      throw bad("has '%s' %s; give a number above %d, at most 1".formatted(field, value, low));
    }
  }

  private static InvalidInput bad(String what) {
    return new InvalidInput("bad-quality", "The field 'quality' " + what + ".");
  }
}
