package io.mien.orchestrator.photo;

import io.mien.contracts.failure.InvalidInput;
import io.mien.store.Sha256;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a photo is the one that is meant. */
public final class PhotoHash {

  private PhotoHash() {}

  /**
   * @param wanted hexadecimal digest; null or blank for any
   * @throws InvalidInput {@code wrong-hash}
   */
  public static void check(byte[] photo, @Nullable String wanted) {
    if (wanted == null || wanted.isBlank()) {
      return;
    }
    String found = Sha256.of(photo);
    if (!found.equals(wanted.strip().toLowerCase(Locale.ROOT))) {
      throw new InvalidInput(
          "wrong-hash",
          "The photo is to have the SHA-256 %s, but has %s: it is another one, or was damaged on its way."
              .formatted(wanted.strip(), found));
    }
  }
}
