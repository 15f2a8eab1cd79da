package io.mien.ingest.item;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.synthesis.ListedItem;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks the lines of one synthesis, one after the other. An id counts as taken by a line that is
 * refused for something else, since both are told of by it. Not thread-safe.
 */
final class ItemCheck {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final ItemOptions options;
  private final ItemPhotos photos;
  private final FirstLines ids = new FirstLines();

  ItemCheck(ItemOptions options, ItemPhotos photos) {
    this.options = options;
    this.photos = photos;
  }

  /** Tells the first thing that is wrong with a line. */
  Checked check(ItemLine line) {
    Optional<String> id = Optional.empty();
    try {
      ItemFields fields = ItemFields.of(line);
      id = CustomId.readable(fields);
      int first = id.map(text -> ids.of(text, line.number())).orElse(line.number());
      fields.checkNames();
      String customId = CustomId.of(fields);
      if (first != line.number()) {
        throw new ItemRefused(
            "duplicate-custom-id",
            "Line %d has the custom_id '%s' already. Give every item one of its own."
                .formatted(first, Excerpt.of(customId)));
      }
      return new Checked.Accepted(item(line.number(), customId, fields));
    } catch (ItemRefused e) {
      return new Checked.Refused(
          new FailedItem(line.number(), id.orElse(null), e.code(), e.message()));
    }
  }

  private ListedItem item(int line, String customId, ItemFields fields) {
    PhotoAddress photo = PhotoAddress.of(fields.required(ItemFields.PHOTO));
    photos.check(photo);
    Optional<String> sha256 = fields.optional(ItemFields.SHA256);
    sha256.ifPresent(ItemCheck::checkDigest);
    AskedLabels asked = AskedLabels.of(fields, options);
    return new ListedItem(
        line,
        customId,
        photo.toString(),
        sha256.orElse(null),
        asked.group(),
        asked.labels(),
        asked.holds(),
        fields.optional(ItemFields.FACE).map(ItemCheck::face).orElse(options.face()));
  }

  private static void checkDigest(String sha256) {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new ItemRefused(
          "bad-sha256",
          "'%s' is no SHA-256: give 64 digits from 0 to 9 and a to f, or leave it out."
              .formatted(Excerpt.of(sha256)));
    }
  }

  private static FaceChoice face(String word) {
    return Arrays.stream(FaceChoice.values())
        .filter(choice -> choice != FaceChoice.ALL && choice.wireName().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ItemRefused(
                    "bad-face",
                    "The face '%s' is none of the choices, of which one item has one: %s."
                        .formatted(
                            Excerpt.of(word),
                            Arrays.stream(FaceChoice.values())
                                .filter(choice -> choice != FaceChoice.ALL)
                                .map(FaceChoice::wireName)
                                .collect(Collectors.joining(", ")))));
  }
}
