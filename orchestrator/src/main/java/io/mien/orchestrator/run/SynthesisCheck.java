package io.mien.orchestrator.run;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.SynthesisRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a request for a synthesis by itself. */
final class SynthesisCheck {

  /** RFC 3339 knows no later year, and PostgreSQL none that is much later. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private SynthesisCheck() {}

  /**
   * @param lines whether a file of items came with the request
   * @throws InvalidInput {@code no-items}, {@code items-twice}, {@code too-many-items}, {@code
   *     bad-field} or {@code bad-deadline}
   */
  static void check(AskedSynthesis synthesis, boolean lines, Instant now) {
    SynthesisRequest asked = synthesis.request();
    int items = synthesis.items().size();
    long places = Stream.of(lines, items > 0, asked.file() != null).filter(is -> is).count();
    if (places > 1) {
      throw new InvalidInput(
          "items-twice",
          "The items of a synthesis come from one place: the form's file 'items', the field 'items', or the 'file' of the source. Choose one.");
    }
    if (places == 0 && asked.source() == null) {
      throw new InvalidInput(
          "no-items",
          "The request says of no photo what is wanted: send JSON lines as the form's file 'items', a field 'items', or a 'source' whose pictures are meant.");
    }
    if (asked.file() != null && asked.source() == null) {
      throw new InvalidInput(
          "bad-field",
          "The field 'file' names JSON lines in a source, but the request has no 'source'; add it.");
    }
    if (items > SynthesisRequest.MOST_ITEMS) {
      throw new InvalidInput(
          "too-many-items",
          "The request has %,d items; at most %,d come in a request. Send JSON lines as the form's file 'items', or put them beside the photos."
              .formatted(items, SynthesisRequest.MOST_ITEMS));
    }
    PlainTexts.check(asked);
    if (asked.face() == FaceChoice.ALL) {
      throw new InvalidInput(
          "bad-field",
          "The field 'face' is 'all', but an item has one face; choose prominent, largest, central or single.");
    }
    Optional.ofNullable(asked.deadline()).ifPresent(deadline -> checkDeadline(deadline, now));
  }

  private static void checkDeadline(Instant deadline, Instant now) {
    if (!deadline.isAfter(now)) {
      throw new InvalidInput(
          "bad-deadline",
          "The deadline %s is past (it is %s); choose a later one.".formatted(deadline, now));
    }
    if (deadline.isAfter(LATEST)) {
      throw new InvalidInput(
          "bad-deadline",
          "The deadline %s is later than %s, which no time of the interface is; choose an earlier one, or leave it out."
              .formatted(deadline, LATEST));
    }
  }
}
