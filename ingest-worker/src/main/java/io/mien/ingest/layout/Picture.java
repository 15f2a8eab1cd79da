package io.mien.ingest.layout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mien.ingest.image.PictureContent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a dataset as its layout describes it; nobody has looked at its content yet.
 *
 * @param source path relative to the dataset's root, with forward slashes; of a picture that is
 *     part of a file, with its place in the file behind {@code #}
 * @param subject the person; the source itself when the dataset does not tell
 * @param attributes further labels, see {@link Columns}
 */
public record Picture(
    String source,
    String subject,
    Label label,
    Map<String, String> attributes,
    PictureContent content) {

  public Picture {
    attributes = Map.copyOf(attributes);
  }

  /** The canonical expression; null when it is not known or there is none. */
  @JsonIgnore
  public @Nullable String expression() {
    return label instanceof Label.Known known ? known.expression() : null;
  }

  /** Whether it is to become a crop. */
  @JsonIgnore
  public boolean isUsable() {
    return label instanceof Label.Known || label instanceof Label.NotGiven;
  }

  Picture with(Label other) {
    return new Picture(source, subject, other, attributes, content);
  }
}
