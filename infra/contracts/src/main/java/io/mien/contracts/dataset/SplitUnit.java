package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is given to one part of a dataset as a whole. */
public enum SplitUnit {
  /** A person with all their pictures: measures are those of people never seen. */
  SUBJECT,
  /**
   * A picture. <em>Leaks</em>: most people of the test part are in the training part too, and
   * measures say little about other people. Only for comparison with results obtained that way.
   */
  IMAGE,
  /**
   * A person, given to the part in which the dataset was published; a part that the dataset does
   * not have is taken from its training part by the policy's share.
   */
  OFFICIAL;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
