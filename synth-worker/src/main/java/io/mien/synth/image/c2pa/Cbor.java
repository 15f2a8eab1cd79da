package io.mien.synth.image.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CBOR as RFC 8949, section 4.2.1, makes it deterministic: shortest lengths, sorted keys. C2PA asks
 * for that, and readers hash what we write.
 */
final class Cbor {

  private static final int INTEGER = 0;
  private static final int NEGATIVE = 1;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;

  private Cbor() {}

  /**
   * @param value text, bytes, an integer, or lists and maps of these
   */
  static byte[] of(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(value, out);
    return out.toByteArray();
  }

  private static void write(Object value, ByteArrayOutputStream out) {
    if (value instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      head(TEXT, utf8.length, out);
      out.writeBytes(utf8);
    } else if (value instanceof byte[] bytes) {
      head(BYTES, bytes.length, out);
      out.writeBytes(bytes);
    } else if (value instanceof Integer number) {
      head(number < 0 ? NEGATIVE : INTEGER, number < 0 ? -1 - number : number, out);
    } else if (value instanceof List<?> list) {
      head(ARRAY, list.size(), out);
      list.forEach(each -> write(each, out));
    } else if (value instanceof Map<?, ?> map) {
      write(map, out);
    } else {
      throw new IllegalArgumentException("Write a %s as CBOR.".formatted(value.getClass()));
    }
  }

  private static void write(Map<?, ?> map, ByteArrayOutputStream out) {
    TreeMap<byte[], Object> sorted = new TreeMap<>(Arrays::compareUnsigned);
    map.forEach((key, value) -> sorted.put(of(key), value));
    head(MAP, sorted.size(), out);
    sorted.forEach(
        (key, value) -> {
          out.writeBytes(key);
          write(value, out);
        });
  }

  private static void head(int type, int value, ByteArrayOutputStream out) {
    int high = type << 5;
    if (value < 24) {
      out.write(high | value);
    } else if (value < 1 << 8) {
      out.write(high | 24);
      out.write(value);
    } else if (value < 1 << 16) {
      out.write(high | 25);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
    } else {
      out.write(high | 26);
      out.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }
  }
}
