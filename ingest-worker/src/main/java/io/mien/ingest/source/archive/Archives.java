package io.mien.ingest.source.archive;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.LocalCopies;
import io.mien.ingest.source.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens archives, each by what it is and not by its name. Thread-safe. */
public final class Archives {

  private static final String UNPACKED = "archive.tar";
  private static final String COPIES = "files";

  private final ArchiveLimits limits;

  public Archives(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * @param archive where it lies, for a person
   * @param work directory for what has to be brought there: tables, and a tar that was in gzip
   * @throws InvalidInput {@code archive-unreadable}, {@code archive-too-large} or {@code
   *     dataset-source-unsupported}
   */
  public SourceFiles open(String archive, StoredBytes bytes, Path work) {
    ArchiveIndex index = new ArchiveIndex(archive, limits);
    try {
      StoredBytes plain = isGzip(head(bytes)) ? gunzip(archive, bytes, work) : bytes;
      read(archive, plain, index);
      return new ArchiveFiles(archive, plain, index, new LocalCopies(work.resolve(COPIES)));
    } catch (IOException e) {
      throw new InvalidInput(
          "archive-unreadable",
          "Cannot read %s: %s. Fetch it again, or pack it anew as .zip, .tar or .tar.gz."
              .formatted(archive, e.getMessage()),
          e);
    }
  }

  private void read(String archive, StoredBytes bytes, ArchiveIndex index) throws IOException {
    byte[] head = head(bytes);
    if (TarHeader.isOne(head)) {
      new TarReader(bytes, index).read();
    } else if (isZip(head) || archive.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      new ZipReader(bytes, index).read();
    } else {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "Cannot ingest %s: it is neither a folder nor a .zip, .tar or .tar.gz."
              .formatted(archive));
    }
  }

  private StoredBytes gunzip(String archive, StoredBytes bytes, Path work) throws IOException {
    Files.createDirectories(work);
    return new FileBytes(new Gunzip(archive, limits).to(work.resolve(UNPACKED), bytes));
  }

  private static byte[] head(StoredBytes bytes) throws IOException {
    try (InputStream in = bytes.range(0, Math.min(TarHeader.BLOCK, bytes.size()))) {
      return in.readNBytes(TarHeader.BLOCK);
    }
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
  }

  private static boolean isZip(byte[] head) {
    return head.length > 2 && head[0] == 'P' && head[1] == 'K';
  }
}
