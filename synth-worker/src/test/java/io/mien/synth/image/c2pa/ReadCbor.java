package io.mien.synth.image.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CBOR as a reader takes it apart: numbers become longs, null an empty list, tags are dropped. */
final class ReadCbor {

  private final ByteBuffer in;

  private ReadCbor(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  static Object of(byte[] bytes) {
    ReadCbor reader = new ReadCbor(bytes);
    Object value = reader.read();
    if (reader.in.hasRemaining()) {
      throw new AssertionError(reader.in.remaining() + " bytes behind the value");
    }
    return value;
  }

  static Map<?, ?> map(byte[] bytes) {
    return (Map<?, ?>) of(bytes);
  }

  private Object read() {
    int first = in.get() & 0xFF;
    if (first == 0xF6) {
      return List.of();
    }
    long number = number(first & 31);
    return switch (first >> 5) {
      case 0 -> number;
      case 1 -> -1 - number;
      case 2 -> bytes(number);
      case 3 -> new String(bytes(number), StandardCharsets.UTF_8);
      case 4 -> list(number);
      case 5 -> map(number);
      case 6 -> read();
      default -> throw new AssertionError("CBOR starts with " + first);
    };
  }

  private List<Object> list(long size) {
    List<Object> list = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      list.add(read());
    }
    return list;
  }

  private Map<Object, Object> map(long size) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (long i = 0; i < size; i++) {
      map.put(read(), read());
    }
    return map;
  }

  private long number(int low) {
    if (low < 24) {
      return low;
    }
    return switch (low) {
      case 24 -> in.get() & 0xFF;
      case 25 -> in.getShort() & 0xFFFF;
      case 26 -> in.getInt();
      default -> throw new AssertionError("A number of kind " + low);
    };
  }

  private byte[] bytes(long length) {
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }
}
