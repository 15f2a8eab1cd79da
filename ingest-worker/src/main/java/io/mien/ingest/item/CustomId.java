package io.mien.ingest.item;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id by which the client knows an item. */
final class CustomId {

  private static final int LONGEST = 256;

  /** Control characters, and halves of characters, which no file could hold. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private CustomId() {}

  /** Empty where the line does not tell it, or tells one that no item may have. */
  static Optional<String> readable(ItemFields fields) {
    try {
      return Optional.of(of(fields));
    } catch (ItemRefused e) {
      return Optional.empty();
    }
  }

  /**
   * @throws ItemRefused {@code field-missing}, {@code bad-field} or {@code bad-custom-id}
   */
  static String of(ItemFields fields) {
    String id = fields.required(ItemFields.CUSTOM_ID);
    check(id);
    return id;
  }

  /**
   * @throws ItemRefused {@code bad-custom-id}
   */
  static void check(String id) {
    if (id.length() > LONGEST) {
      throw new ItemRefused(
          "bad-custom-id",
          "The custom_id '%s' has %,d characters; at most %d are allowed."
              .formatted(Excerpt.of(id), id.length(), LONGEST));
    }
    if (FORBIDDEN.matcher(id).find()) {
      throw new ItemRefused(
          "bad-custom-id",
          "The custom_id '%s' has control characters. Leave them out.".formatted(Excerpt.of(id)));
    }
  }
}
