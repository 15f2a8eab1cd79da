package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * PyTorch's ZIP container: {@code <name>/data.pkl}, {@code <name>/data/<key>}, {@code
 * <name>/byteorder}. PyTorch stores without compression, so whatever is compressed is refused, and
 * entries together are never larger than the file: there is no room for a bomb.
 */
final class TorchArchive implements AutoCloseable {
  private static final String PICKLE = "data.pkl";
  private static final int MAX_ENTRIES = 1 << 16;

  private final String file;
  private final ZipFile zip;
  private final String folder;
  private final ByteOrder order;
  private final Map<String, ByteBuffer> read = new HashMap<>();

  private TorchArchive(String file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.folder = folder();
    this.order = order();
  }

  static TorchArchive open(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new InvalidCheckpoint(
          "%s is cut off or no ZIP archive: %s.".formatted(path, e.getMessage()), e);
    }
    try {
      verify(path, zip);
      return new TorchArchive(path.toString(), zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  PickleSource pickle() throws IOException {
    return new PickleSource(file, content(folder + PICKLE));
  }

  /** The bytes of a storage; those that share a key share the buffer. */
  ByteBuffer bytes(Storage storage) {
    ByteBuffer present = read.get(storage.key());
    if (present == null) {
      try {
        present = content(folder + "data/" + storage.key()).order(order);
      } catch (IOException e) {
        throw new UncheckedIOException("Reading " + file + " failed.", e);
      }
      read.put(storage.key(), present);
    }
    return present;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static void verify(Path path, ZipFile zip) throws IOException {
    if (zip.size() > MAX_ENTRIES) {
      throw new InvalidCheckpoint(
          "%s has %d entries; at most %d are read.".formatted(path, zip.size(), MAX_ENTRIES));
    }
    long available = Files.size(path);
    for (ZipEntry entry : zip.stream().toList()) {
      available -= entry.getSize();
      if (entry.getMethod() != ZipEntry.STORED || entry.getSize() < 0 || available < 0) {
        throw new InvalidCheckpoint(
            "Entry %s of %s is compressed or larger than the file. PyTorch writes neither: refused."
                .formatted(entry.getName(), path));
      }
    }
  }

  private String folder() {
    List<String> pickles =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
            .toList();
    if (pickles.size() != 1 || zip.stream().anyMatch(e -> e.getName().endsWith("constants.pkl"))) {
      throw new InvalidCheckpoint(
          "%s is a ZIP archive but holds no weights of torch.save (one data.pkl, no TorchScript)."
              .formatted(file));
    }
    String pickle = pickles.get(0);
    return pickle.substring(0, pickle.length() - PICKLE.length());
  }

  /** Absent before PyTorch 2.1, which means little-endian. */
  private ByteOrder order() throws IOException {
    if (zip.getEntry(folder + "byteorder") == null) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    String name = StandardCharsets.US_ASCII.decode(content(folder + "byteorder")).toString();
    return switch (name) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default ->
          throw new InvalidCheckpoint(
              "%s has byte order '%s'; little or big were expected.".formatted(file, name));
    };
  }

  private ByteBuffer content(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new InvalidCheckpoint("%s has no entry %s.".formatted(file, name));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(Math.toIntExact(entry.getSize()));
      CRC32 sum = new CRC32();
      sum.update(bytes);
      if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
        throw new InvalidCheckpoint(
            "Entry %s of %s is damaged: its checksum is wrong.".formatted(name, file));
      }
      return ByteBuffer.wrap(bytes);
    } catch (ZipException e) {
      throw new InvalidCheckpoint("Entry %s of %s is damaged.".formatted(name, file), e);
    }
  }
}
