package io.mien.ingest.layout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.dataset.Expressions;

/** The expression of a picture, as far as its dataset tells. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Label.Known.class, name = "known"),
  @JsonSubTypes.Type(value = Label.Unknown.class, name = "unknown"),
  @JsonSubTypes.Type(value = Label.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = Label.NotGiven.class, name = "not-given")
})
public sealed interface Label {

  /** A canonical expression. */
  record Known(String expression) implements Label {}

  /** The dataset's own word, which is no expression that networks learn. */
  record Unknown(String word) implements Label {}

  /** The dataset does not label the picture, although it should. */
  record Missing(String why) implements Label {}

  /** The dataset tells no expressions at all, or pictures without one were asked for. */
  record NotGiven() implements Label {}

  /**
   * Never guesses: contempt, an eighth expression that is kept apart, is as unknown as a misspelt
   * word.
   */
  static Label of(String word) {
    return Expressions.canonical(word)
        .filter(Expressions.CANONICAL::contains)
        .<Label>map(Known::new)
        .orElseGet(() -> new Unknown(word.strip()));
  }
}
