package io.mien.ingest.source.archive;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Names of members in whichever way a packer wrote them: marked as UTF-8, with a UTF-8 copy beside
 * them (Info-ZIP), unmarked UTF-8 (macOS), or in the code page that the format began with.
 */
final class ZipNames {

  private static final int UTF_8 = 1 << 11;
  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

  private ZipNames() {}

  /**
   * @param unicodePath the field of that name, if there is one
   */
  static String decode(byte[] name, int flags, Optional<ByteBuffer> unicodePath) {
    boolean marked = (flags & UTF_8) != 0;
    String text =
        unicodePath
            .filter(field -> !marked && standsFor(field, name))
            .map(field -> text(field.slice(5, field.limit() - 5)))
            .orElseGet(() -> marked ? text(ByteBuffer.wrap(name)) : unmarked(name));
    return composed(text);
  }

  /** macOS takes letters apart, and legends write them whole. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A copy goes for nothing once the name was changed by a tool that did not know of it. */
  private static boolean standsFor(ByteBuffer field, byte[] name) {
    if (field.limit() < 5) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(name);
    return field.get(0) == 1 && field.getInt(1) == (int) crc.getValue();
  }

  private static String unmarked(byte[] name) {
    return Text.utf8(name).orElseGet(() -> new String(name, CODE_PAGE_437));
  }

  private static String text(ByteBuffer utf8) {
    return StandardCharsets.UTF_8.decode(utf8).toString();
  }
}
