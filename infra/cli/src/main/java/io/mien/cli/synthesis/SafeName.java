package io.mien.cli.synthesis;

import io.mien.cli.client.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A name that somebody chose, as the name of a file or folder. Whatever it says, it stays in the
 * folder that it is resolved against, and different names stay different. The same names as in the
 * archive of a synthesis.
 */
public final class SafeName {

  /** Of 255 bytes that file systems take, less what a download appends while it is under way. */
  private static final int LONGEST = 200;

  private static final int KEPT_OF_LONGER = 150;
  private static final int DIGITS_OF_DIGEST = 32;

  private SafeName() {}

  /** Below the folder: what stands between slashes is a folder each. */
  public static Path within(Path folder, String name) {
    Path place = folder;
    for (String part : name.split("/", -1)) {
      place = place.resolve(of(part));
    }
    return place;
  }

  /**
   * ASCII letters and digits, {@code -}, {@code _} and {@code .} stand as they are, every other
   * byte is percent-encoded: {@code smith/1.jpg} becomes {@code smith%2F1.jpg}. Names of other
   * scripts are encoded too, because Java cannot write them to disk in every locale. Of a name that
   * is too long the end becomes {@code ~} and its digest.
   */
  public static String of(String name) {
    String encoded = encoded(name);
    return switch (encoded) {
      case "" -> "%00";
      case "." -> "%2E";
      case ".." -> "%2E%2E";
      default ->
          encoded.length() > LONGEST
              ? encoded.substring(0, KEPT_OF_LONGER) + "~" + digest(name)
              : encoded;
    };
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) each)) {
        encoded.append((char) each);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || each == '-'
        || each == '_'
        || each == '.';
  }

  private static String digest(String name) {
    byte[] sha256 = Digests.of("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha256).substring(0, DIGITS_OF_DIGEST);
  }
}
