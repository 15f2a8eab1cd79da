package io.mien.ingest.item;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.ingest.source.SourceName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an item says of where its photo is. The text of one is read as the same again. */
sealed interface PhotoAddress {

  /** What looks like a link whatever follows; {@code 12:30.jpg} may be the name of a file. */
  Set<String> SCHEMES = Set.of("http", "https", "file", "ftp", "data", "gs", "azure");

  Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(//)?(.*)", Pattern.DOTALL);

  /** Of a key in S3. */
  int MOST_BYTES = 1024;

  /** A file of the source. */
  record Named(String name) implements PhotoAddress {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An object of the store. */
  record Stored(String bucket, String key) implements PhotoAddress {
    @Override
    public String toString() {
      return DatasetPlace.SCHEME + "://" + bucket + "/" + key;
    }
  }

  /**
   * @throws ItemRefused {@code link-forbidden}, {@code unsafe-name} or {@code bad-field}
   */
  static PhotoAddress of(String photo) {
    Matcher parts = SCHEME.matcher(photo);
    if (parts.matches()) {
      String scheme = parts.group(1).toLowerCase(Locale.ROOT);
      if (scheme.equals(DatasetPlace.SCHEME) && parts.group(2) != null) {
        return stored(photo, parts.group(3));
      }
      if (parts.group(2) != null || SCHEMES.contains(scheme)) {
        throw new ItemRefused(
            "link-forbidden",
            "The photo '%s' is a link, and none is followed: name a file of the source, or give s3://bucket/key in a bucket that may be read."
                .formatted(Excerpt.of(photo)));
      }
    }
    String name = SourceName.normal(photo);
    checkSafe(photo, name);
    return new Named(name);
  }

  private static PhotoAddress stored(String photo, String rest) {
    int slash = rest.indexOf('/');
    String key = rest.substring(slash + 1);
    if (slash < 1 || key.isEmpty() || key.endsWith("/")) {
      throw new ItemRefused(
          "bad-field",
          "The photo '%s' is no address of an object; write s3://bucket/key."
              .formatted(Excerpt.of(photo)));
    }
    checkSafe(photo, key);
    return new Stored(rest.substring(0, slash), key);
  }

  private static void checkSafe(String photo, String name) {
    problem(name)
        .ifPresent(
            problem -> {
              throw new ItemRefused(
                  "unsafe-name",
                  "The photo '%s' %s. Name it as it lies there."
                      .formatted(Excerpt.of(photo), problem));
            });
  }

  /**
   * What a store would refuse, or take for something else, is refused here, for this item alone.
   */
  private static Optional<String> problem(String name) {
    if (!SourceName.normal(name).equals(name) || ("/" + name + "/").contains("/./")) {
      return Optional.of("would mean another file");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("has a name of more than %,d bytes".formatted(MOST_BYTES));
    }
    return SourceName.problem(name);
  }
}
