package io.mien.ingest.item;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.bucket.StoredObjects;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The photos that the items of one synthesis may name. Thread-safe.
 *
 * @param files of the source; null where it has none
 */
record ItemPhotos(@Nullable SourceFiles files, StoredObjects objects) {

  static final String MISSING = "photo-missing";

  /**
   * Looks at the address alone, not into the store: a million requests would take an hour.
   *
   * @throws ItemRefused {@code photo-missing} where that is known without asking, or {@code
   *     photo-forbidden}
   */
  void check(PhotoAddress address) {
    if (address instanceof PhotoAddress.Stored stored) {
      if (!objects.allows(stored.bucket(), stored.key())) {
        throw forbidden(
            "Photo %s may not be read: photos come from the source, or from %s."
                .formatted(Excerpt.of(stored.toString()), objects.places()));
      }
    } else if (files == null) {
      throw new ItemRefused(
          MISSING,
          "Photo %s is the name of a file, but the synthesis has no source. Give it one, or s3://bucket/key."
              .formatted(Excerpt.of(address.toString())));
    } else if (files.surelyLacks(address.toString())) {
      throw missing(address, "is not in " + files);
    }
  }

  /**
   * @throws ItemRefused {@code photo-missing} or {@code photo-forbidden}
   * @throws io.mien.ingest.image.PictureRefused by its size, before it is read
   * @throws IOException when there is no such file, or it is damaged
   */
  byte[] read(PhotoAddress address, ImageLimits limits) throws IOException {
    check(address);
    if (address instanceof PhotoAddress.Named named && files != null) {
      limits.checkSize(files.size(named.name()));
      return files.read(named.name());
    }
    return read((PhotoAddress.Stored) address, limits);
  }

  private byte[] read(PhotoAddress.Stored stored, ImageLimits limits) throws IOException {
    try {
      long bytes = objects.size(stored.bucket(), stored.key());
      limits.checkSize(bytes);
      return objects.read(stored.bucket(), stored.key(), bytes);
    } catch (InvalidInput e) {
      throw forbidden(String.valueOf(e.getMessage()));
    }
  }

  /**
   * @param why the rest of the sentence
   */
  static ItemRefused missing(PhotoAddress address, String why) {
    return new ItemRefused(
        MISSING,
        "Photo %s %s. Is its name written exactly as it lies there?"
            .formatted(Excerpt.of(address.toString()), why));
  }

  private static ItemRefused forbidden(String message) {
    return new ItemRefused("photo-forbidden", message);
  }
}
