package io.mien.ingest.source.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Archives for tests, written by a library that shares nothing with the readers under test. */
public final class Packed {

  private Packed() {}

  /** Fills an archive. */
  @FunctionalInterface
  public interface Content<O> {
    void write(O out) throws IOException;
  }

  public static byte[] zip(Content<ZipArchiveOutputStream> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      content.write(out);
    }
    return bytes.toByteArray();
  }

  public static byte[] tar(Content<TarArchiveOutputStream> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = tarTo(bytes)) {
      content.write(out);
    }
    return bytes.toByteArray();
  }

  public static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GzipCompressorOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  public static void add(ZipArchiveOutputStream zip, String name, byte[] content)
      throws IOException {
    put(zip, new ZipArchiveEntry(name), content);
  }

  public static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
    add(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  public static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  public static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
    add(tar, name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void link(TarArchiveOutputStream tar, String name, byte type, String target)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /** A folder as {@code .zip}, {@code .tar} or {@code .tar.gz}, by the name of the target. */
  public static Path folder(Path folder, Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target)) {
      String name = target.getFileName().toString();
      if (name.endsWith(".zip")) {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
          for (Path each : files(folder)) {
            add(zip, folder.relativize(each).toString(), Files.readAllBytes(each));
          }
        }
      } else {
        OutputStream packed = name.endsWith(".gz") ? new GzipCompressorOutputStream(file) : file;
        try (TarArchiveOutputStream tar = tarTo(packed)) {
          for (Path each : files(folder)) {
            add(tar, folder.relativize(each).toString(), Files.readAllBytes(each));
          }
        }
      }
    }
    return target;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static TarArchiveOutputStream tarTo(OutputStream out) {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    return tar;
  }
}
