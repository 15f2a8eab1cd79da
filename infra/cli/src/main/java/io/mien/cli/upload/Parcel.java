package io.mien.cli.upload;

import io.mien.cli.client.Digests;
import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is sent of a dataset: an archive as it is, or a folder as a zip. The same files give the
 * same bytes, so that an upload can go on where it broke.
 *
 * @param name of the archive
 * @param files that the bytes come from
 * @param packing how they become bytes
 */
public record Parcel(String name, List<SourceFileList.Entry> files, Packing packing) {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What a zip takes for each file beside its name, twice, and its bytes. */
  private static final int OVERHEAD = 160;

  public Parcel {
    files = List.copyOf(files);
  }

  /** How the files become bytes. */
  public enum Packing {
    AS_IT_IS,
    ZIP
  }

  /**
   * @throws InvalidInput {@code dataset-source-unsupported} or what {@link SourceFileList#of}
   *     throws
   */
  public static Parcel of(Path source) {
    String name = String.valueOf(source.getFileName());
    if (Files.isDirectory(source)) {
      return new Parcel(name + ".zip", SourceFileList.of(source).files(), Packing.ZIP);
    }
    if (!DatasetPlace.isArchive(name)) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "Cannot send %s: it is neither a folder nor an archive (%s)."
              .formatted(source, String.join(", ", DatasetPlace.ARCHIVES)));
    }
    try {
      long changed = Files.getLastModifiedTime(source).toMillis();
      SourceFileList.Entry only =
          new SourceFileList.Entry(source, name, Files.size(source), changed);
      return new Parcel(name, List.of(only), Packing.AS_IT_IS);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /**
   * Of a folder the files of these names alone, those of them that are there.
   *
   * @param names below the folder
   */
  public static Parcel of(Path folder, Set<String> names) {
    SourceFileList files = SourceFileList.named(folder, names);
    return new Parcel(folder.getFileName() + ".zip", files.files(), Packing.ZIP);
  }

  /** How many bytes there will be; of a zip, not less. */
  public long bytes() {
    return files.stream()
        .mapToLong(
            file ->
                packing == Packing.AS_IT_IS
                    ? file.bytes()
                    : file.bytes()
                        + file.bytes() / 4096
                        + OVERHEAD
                        + 2L * file.name().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  /** Changes with any name, size or time of change. */
  public String fingerprint() {
    MessageDigest digest = Digests.of("SHA-256");
    for (SourceFileList.Entry file : files) {
      String line = "%s\0%d\0%d\n".formatted(file.name(), file.bytes(), file.changed());
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return packing + "-" + HexFormat.of().formatHex(digest.digest());
  }

  /** Writes all bytes, and leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    if (packing == Packing.AS_IT_IS) {
      Files.copy(files.get(0).file(), out);
      return;
    }
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    // Pictures are packed already
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (SourceFileList.Entry file : files) {
      ZipEntry entry = new ZipEntry(file.name());
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      Files.copy(file.file(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  static InvalidInput unreadable(Path source, IOException cause) {
    return new InvalidInput(
        "dataset-unreadable",
        "Cannot send %s: it cannot be read: %s.".formatted(source, cause.getMessage()),
        cause);
  }
}
