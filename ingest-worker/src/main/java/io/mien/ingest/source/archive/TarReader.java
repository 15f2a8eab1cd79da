package io.mien.ingest.source.archive;

import io.mien.contracts.dataset.Rejection;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Goes through the headers of a tar, past the bytes of its members. */
final class TarReader {

  /** Names and such; what is longer is an attack on the memory. */
  private static final int LONGEST_EXTENSION = 1 << 20;

  private static final Refusal LINK =
      new Refusal(Rejection.Code.LINK, "is a link, which is not followed in an archive");
  private static final Refusal DEVICE =
      new Refusal(Rejection.Code.LINK, "is a device, which is no file");
  private static final Refusal SPARSE =
      new Refusal(Rejection.Code.UNREADABLE, "is packed without its gaps; pack it whole");

  private final StoredBytes tar;
  private final ArchiveIndex index;
  private PaxRecords pax = PaxRecords.NONE;
  private String longName = "";
  private long at;
  private long total;

  TarReader(StoredBytes tar, ArchiveIndex index) {
    this.tar = tar;
    this.index = index;
  }

  /**
   * @throws IOException when it is cut off, damaged or no tar
   */
  void read() throws IOException {
    total = tar.size();
    try (InputStream in = tar.range(0, total)) {
      while (at < total) {
        byte[] block = take(in, TarHeader.BLOCK);
        if (isEnd(block)) {
          return;
        }
        read(TarHeader.read(block), in);
      }
    }
  }

  private void read(TarHeader header, InputStream in) throws IOException {
    switch (header.type()) {
      case 'L' -> longName = TarHeader.text(extension(header, in));
      case 'x', 'X' -> pax = PaxRecords.read(extension(header, in));
      // A long target of a link, what holds for all members, and the name of a tape
      case 'K', 'g', 'V' -> skip(header.size(), in);
      default -> {
        long size = pax.size().orElse(header.size());
        index.count();
        note(name(header), header.type(), size);
        skip(size, in);
        pax = PaxRecords.NONE;
        longName = "";
      }
    }
  }

  private String name(TarHeader header) {
    return pax.path().orElse(longName.isEmpty() ? header.name() : longName);
  }

  private void note(String name, char type, long size) throws IOException {
    String composed = ZipNames.composed(name);
    switch (type) {
      case '0', '\0', '7' -> {
        if (pax.isSparse()) {
          index.refuse(composed, SPARSE);
        } else if (!name.endsWith("/")) {
          index.add(composed, new TarMember(at, size));
        }
      }
      case '1', '2' -> index.refuse(composed, LINK);
      case '3', '4', '6' -> index.refuse(composed, DEVICE);
      case '5', 'D' -> {}
      case 'S' -> throw new IOException("it has files without their gaps; pack it without -S");
      default -> index.refuse(composed, unknown(type));
    }
  }

  private static Refusal unknown(char type) {
    return new Refusal(
        Rejection.Code.UNREADABLE, "is of a kind that is no file: %d".formatted((int) type));
  }

  private byte[] extension(TarHeader header, InputStream in) throws IOException {
    if (header.size() > LONGEST_EXTENSION) {
      throw new IOException(
          "it has a name or header of %,d bytes, which no file has".formatted(header.size()));
    }
    byte[] content = take(in, (int) header.size());
    pass(padding(header.size()), in);
    return content;
  }

  private byte[] take(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("it is cut off");
    }
    at += length;
    return bytes;
  }

  /** Past the bytes of a member and what fills its last block, which a last member may lack. */
  private void skip(long size, InputStream in) throws IOException {
    if (size > total - at) {
      throw new EOFException("it is cut off");
    }
    pass(size + padding(size), in);
  }

  private void pass(long bytes, InputStream in) throws IOException {
    long length = Math.min(bytes, total - at);
    in.skipNBytes(length);
    at += length;
  }

  private static long padding(long size) {
    return -size & (TarHeader.BLOCK - 1);
  }

  private static boolean isEnd(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }
}
