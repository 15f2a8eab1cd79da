package io.mien.ingest.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mien.ingest.source.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Datasets as tests need them: of names alone, or of files. */
public final class Folders {

  private Folders() {}

  /** A folder of which a layout sees nothing but the names. */
  public static DatasetFolder named(String... files) {
    return new DatasetFolder(
        new FolderFiles(Path.of("/data")), Arrays.stream(files).sorted().toList(), List.of());
  }

  public static void write(Path root, String name, String text) throws IOException {
    write(root, name, text.getBytes(UTF_8));
  }

  public static void write(Path root, String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Empty files. */
  public static void touch(Path root, String... names) throws IOException {
    for (String name : names) {
      write(root, name, "");
    }
  }

  public static DatasetFolder open(Path root) {
    return DatasetFolder.of(new FolderFiles(root));
  }

  /** The picture of a source. */
  public static Picture picture(DatasetListing listing, String source) {
    return listing.pictures().stream()
        .filter(picture -> picture.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no picture " + source + " among " + listing));
  }
}
