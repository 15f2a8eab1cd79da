package io.mien.networks.interchange.pytorch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as torch.save would write them, and as it never would. */
final class TorchFiles {
  private TorchFiles() {}

  /** Bytes of a pickle, one character each. */
  static byte[] pickle(String characters) {
    return characters.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Map<String, byte[]> entries(byte[] pickle) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a/data.pkl", pickle);
    return entries;
  }

  static Path zip(Path file, Map<String, byte[]> entries, int method) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 sum = new CRC32();
          sum.update(e.getValue());
          entry.setCrc(sum.getValue());
          entry.setSize(e.getValue().length);
        }
        zip.putNextEntry(entry);
        zip.write(e.getValue());
      }
    }
    return file;
  }

  static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    return zip(file, entries, ZipEntry.STORED);
  }

  /** A pickle of {name: tensor} over storage '0'. */
  static PickleWriter tensor(PickleWriter pickle, String name, String storage, long elements) {
    return pickle
        .text(name)
        .global("torch._utils", "_rebuild_tensor_v2")
        .mark()
        .mark()
        .text("storage")
        .global("torch", storage)
        .text("0")
        .text("cpu")
        .number(elements)
        .tuple()
        .persistent();
  }

  /** The rest of a tensor: where it lies in the storage. */
  static PickleWriter layout(
      PickleWriter pickle, long offset, List<Long> shape, List<Long> strides) {
    return pickle
        .number(offset)
        .numbers(shape)
        .numbers(strides)
        .no()
        .global("collections", "OrderedDict")
        .emptyTuple()
        .reduce()
        .tuple()
        .reduce();
  }

  static PickleWriter dictionary(PickleWriter pickle) {
    return pickle.global("collections", "OrderedDict").emptyTuple().reduce().mark();
  }

  static byte[] floats(ByteOrder order, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
