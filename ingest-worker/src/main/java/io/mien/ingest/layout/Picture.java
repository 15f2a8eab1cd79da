package io.mien.ingest.layout;

import java.util.Map;

/**
 * A file of a dataset as its layout describes it; nobody has looked at its content yet.
 *
 * @param source path relative to the dataset's root, with forward slashes
 * @param subject the person; the source itself when the dataset does not tell
 * @param attributes further labels as read from the dataset
 */
public record Picture(String source, String subject, Label label, Map<String, String> attributes) {

  public Picture {
    attributes = Map.copyOf(attributes);
  }
}
