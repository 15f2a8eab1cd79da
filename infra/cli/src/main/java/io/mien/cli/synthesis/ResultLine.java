package io.mien.cli.synthesis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.object.ObjectRef;
import java.util.List;

/**
 * A line of the results as the server hands it out: a {@link
 * io.mien.contracts.synthesis.SynthesisedItem} whose images say where they are fetched.
 *
 * @param line number of the item, from 1
 */
record ResultLine(int line, @JsonProperty("custom_id") String customId, List<Image> images) {

  ResultLine {
    images = List.copyOf(images);
  }

  /**
   * One expression.
   *
   * @param url path on the server
   */
  record Image(String expression, ObjectRef image, String url) {}
}
