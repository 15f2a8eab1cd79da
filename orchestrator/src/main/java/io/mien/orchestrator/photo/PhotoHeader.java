package io.mien.orchestrator.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Format and size of a picture as its header declares them; nothing is decoded. JPEG, PNG and still
 * WebP are known.
 */
public record PhotoHeader(String contentType, long width, long height) {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final int VP8_START_CODE = 0x9d012a;

  /** As many as declared, or as a long can count. */
  public long pixels() {
    return width > Long.MAX_VALUE / height ? Long.MAX_VALUE : width * height;
  }

  /** The header, or empty when the bytes do not begin as a picture of a known format does. */
  public static Optional<PhotoHeader> read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    if (startsWith(content, 0, PNG)) {
      return png(bytes);
    } else if (content.length > 3 && u16(bytes, 0) == 0xffd8) {
      return jpeg(bytes);
    } else if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) {
      return webp(content, bytes);
    }
    return Optional.empty();
  }

  private static Optional<PhotoHeader> png(ByteBuffer bytes) {
    if (bytes.capacity() < 33 || !startsWith(bytes.array(), 12, "IHDR")) {
      return Optional.empty();
    }
    return of("image/png", bytes.getInt(16) & 0xffff_ffffL, bytes.getInt(20) & 0xffff_ffffL);
  }

  /** Walks the segments to the first start of frame (ITU-T T.81, B.1.1). */
  private static Optional<PhotoHeader> jpeg(ByteBuffer bytes) {
    int at = 2;
    while (at + 9 < bytes.capacity()) {
      if (u8(bytes, at) != 0xff) {
        return Optional.empty();
      }
      int marker = u8(bytes, at + 1);
      if (marker == 0xff) {
        at++;
      } else if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
      } else if (isStartOfFrame(marker)) {
        return of("image/jpeg", u16(bytes, at + 7), u16(bytes, at + 5));
      } else if (marker == 0xd9 || marker == 0xda) {
        return Optional.empty();
      } else {
        at += 2 + u16(bytes, at + 2);
      }
    }
    return Optional.empty();
  }

  /** SOF0 to SOF15 without DHT, JPG and DAC. */
  private static boolean isStartOfFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** RFC 9649: lossy, lossless or extended; an animation is not a photo. */
  private static Optional<PhotoHeader> webp(byte[] content, ByteBuffer bytes) {
    if (content.length < 30) {
      return Optional.empty();
    }
    if (startsWith(content, 12, "VP8 ")) {
      return u24(bytes, 23) == VP8_START_CODE
          ? of("image/webp", le16(bytes, 26) & 0x3fff, le16(bytes, 28) & 0x3fff)
          : Optional.empty();
    } else if (startsWith(content, 12, "VP8L") && u8(bytes, 20) == 0x2f) {
      int packed = Integer.reverseBytes(bytes.getInt(21));
      return of("image/webp", (packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
    } else if (startsWith(content, 12, "VP8X") && (u8(bytes, 20) & 0x02) == 0) {
      return of("image/webp", le24(bytes, 24) + 1, le24(bytes, 27) + 1);
    }
    return Optional.empty();
  }

  private static Optional<PhotoHeader> of(String contentType, long width, long height) {
    return width > 0 && height > 0
        ? Optional.of(new PhotoHeader(contentType, width, height))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] content, int at, String text) {
    return startsWith(content, at, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean startsWith(byte[] content, int at, byte[] start) {
    if (content.length < at + start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (content[at + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int u8(ByteBuffer bytes, int at) {
    return bytes.get(at) & 0xff;
  }

  private static int u16(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff;
  }

  private static int u24(ByteBuffer bytes, int at) {
    return u16(bytes, at) << 8 | u8(bytes, at + 2);
  }

  private static int le16(ByteBuffer bytes, int at) {
    return u8(bytes, at) | u8(bytes, at + 1) << 8;
  }

  private static int le24(ByteBuffer bytes, int at) {
    return le16(bytes, at) | u8(bytes, at + 2) << 16;
  }
}
