package io.mien.networks.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** A safetensors file (u64 header length, JSON header, little-endian data), metadata included. */
public final class Safetensors {
  private static final int MAX_HEADER_BYTES = 100_000_000; // the format's own limit

  private final String file;
  private final SafetensorsHeader header;
  private final ByteBuffer data;

  private Safetensors(String file, SafetensorsHeader header, ByteBuffer data) {
    this.file = file;
    this.header = header;
    this.data = data;
  }

  /** Reads a whole file and checks that every tensor lies within it. */
  public static Safetensors read(Path path) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    String file = path.getFileName().toString();
    long length = bytes.remaining() < 8 ? -1 : bytes.getLong();
    if (length < 2 || length > Math.min(MAX_HEADER_BYTES, bytes.remaining())) {
      throw new InvalidCheckpoint(
          "%s is not a safetensors file: %d bytes with a header of %d."
              .formatted(path, bytes.capacity(), length));
    }
    byte[] json = new byte[(int) length];
    bytes.get(json);
    String text = new String(json, StandardCharsets.UTF_8);
    SafetensorsHeader header = SafetensorsHeader.parse(text, bytes.remaining(), file);
    return new Safetensors(file, header, bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Writes float32 arrays in the map's order. */
  public static void write(Path path, Map<String, NDArray> arrays, Map<String, String> metadata)
      throws IOException {
    Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      Shape shape = array.getValue().getShape();
      List<Long> sides = LongStream.of(shape.getShape()).boxed().toList();
      long end = offset + shape.size() * Float.BYTES;
      entries.put(array.getKey(), new SafetensorsHeader.Entry("F32", sides, offset, end));
      offset = end;
    }
    byte[] json = padded(new SafetensorsHeader(metadata, entries).json());
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      writeAll(out, length.putLong(json.length).flip());
      writeAll(out, ByteBuffer.wrap(json));
      for (NDArray array : arrays.values()) {
        writeAll(out, array.toByteBuffer(false));
      }
      out.force(true);
    }
  }

  public Map<String, String> metadata() {
    return header.metadata();
  }

  public Set<String> names() {
    return header.entries().keySet();
  }

  public Shape shape(String name) {
    return new Shape(new ArrayList<>(entry(name).shape()));
  }

  /** A new array of the manager's with a tensor's values. */
  public NDArray array(String name, NDManager manager) {
    SafetensorsHeader.Entry entry = entry(name);
    DataType type =
        switch (entry.type()) {
          case "F32" -> DataType.FLOAT32;
          case "I64" -> DataType.INT64;
          default ->
              throw new InvalidCheckpoint(
                  "Tensor '%s' of %s has type %s; F32 and I64 are read."
                      .formatted(name, file, entry.type()));
        };
    int length = (int) (entry.end() - entry.begin());
    ByteBuffer direct = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    direct.put(data.slice((int) entry.begin(), length)).flip();
    return manager.create(direct, shape(name), type);
  }

  private SafetensorsHeader.Entry entry(String name) {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new InvalidCheckpoint("%s has no tensor '%s'.".formatted(file, name));
    }
    return entry;
  }

  /** Spaces up to a multiple of eight, so that the data are aligned. */
  private static byte[] padded(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    int rest = (8 - bytes.length % 8) % 8;
    return (json + " ".repeat(rest)).getBytes(StandardCharsets.UTF_8);
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
