package io.mien.networks.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.HostCopy;
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

  /** Writes float32 and int64 arrays in the map's order. */
  public static void write(Path path, Map<String, NDArray> arrays, Map<String, String> metadata)
      throws IOException {
    Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      Shape shape = array.getValue().getShape();
      List<Long> sides = LongStream.of(shape.getShape()).boxed().toList();
      boolean integers = array.getValue().getDataType() == DataType.INT64;
      long end = offset + shape.size() * (integers ? Long.BYTES : Float.BYTES);
      String type = integers ? "I64" : "F32";
      entries.put(array.getKey(), new SafetensorsHeader.Entry(type, sides, offset, end));
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
        writeAll(out, HostCopy.bytes(array));
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

  /** The shape as a list. */
  public List<Long> sides(String name) {
    return entry(name).shape();
  }

  public ElementType type(String name) {
    String type = entry(name).type();
    return ElementType.ofSafetensors(type)
        .orElseThrow(
            () ->
                new InvalidCheckpoint(
                    "Tensor '%s' of %s has type %s, which is not read; known are %s."
                        .formatted(name, file, type, List.of(ElementType.values()))));
  }

  /** The stored bytes of a tensor, little-endian, read-only. */
  public ByteBuffer bytes(String name) {
    SafetensorsHeader.Entry entry = entry(name);
    int length = (int) (entry.end() - entry.begin());
    return data.slice((int) entry.begin(), length)
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A new array of the manager's with a tensor's values: int64 as it is, all else as float32. */
  public NDArray array(String name, NDManager manager) {
    ElementType type = type(name);
    ByteBuffer stored = bytes(name);
    ByteBuffer direct;
    if (type == ElementType.INT64 || type == ElementType.FLOAT32) {
      direct = ByteBuffer.allocateDirect(stored.remaining()).order(ByteOrder.nativeOrder());
      direct.put(stored);
    } else {
      int elements = stored.remaining() / type.bytes();
      direct = ByteBuffer.allocateDirect(elements * Float.BYTES).order(ByteOrder.nativeOrder());
      for (int i = 0; i < elements; i++) {
        direct.putFloat(type.read(stored, i * type.bytes()));
      }
    }
    DataType read = type == ElementType.INT64 ? DataType.INT64 : DataType.FLOAT32;
    return manager.create(direct.flip(), shape(name), read);
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
