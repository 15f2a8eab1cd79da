package io.mien.cli.upload;

import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that are sent of a folder, by name; those of tools, whose names begin with a dot, stay.
 */
public record SourceFileList(List<Entry> files) {

  public SourceFileList {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name below the folder, with forward slashes
   * @param changed when it was last written to, in milliseconds since 1970
   */
  public record Entry(Path file, String name, long bytes, long changed) {}

  /**
   * @throws InvalidInput {@code dataset-unreadable} or {@code dataset-empty}: nothing is left out
   *     in silence
   */
  public static SourceFileList of(Path folder) {
    Walk walk = new Walk(folder);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      throw new InvalidInput(
          "dataset-unreadable",
          "Cannot send %s: %s cannot be read. Mend it or take it out."
              .formatted(folder, e.getMessage()),
          e);
    }
    if (walk.files.isEmpty()) {
      throw new InvalidInput("dataset-empty", "Cannot send " + folder + ": it holds no files.");
    }
    walk.files.sort(Comparator.comparing(Entry::name));
    return new SourceFileList(walk.files);
  }

  /**
   * The files of these names that are there; none of a name that leads out of the folder.
   *
   * @throws InvalidInput {@code dataset-unreadable}
   */
  public static SourceFileList named(Path folder, Set<String> names) {
    SortedMap<String, Entry> files = new TreeMap<>();
    for (String name : names) {
      within(folder, name).map(file -> entry(folder, file)).ifPresent(e -> files.put(e.name(), e));
    }
    return new SourceFileList(List.copyOf(files.values()));
  }

  private static Optional<Path> within(Path folder, String name) {
    try {
      Path file = folder.resolve(name).normalize();
      return file.startsWith(folder) && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException noFileHasThisName) {
      return Optional.empty();
    }
  }

  private static Entry entry(Path folder, Path file) {
    try {
      String name = folder.relativize(file).toString().replace('\\', '/');
      long changed = Files.getLastModifiedTime(file).toMillis();
      return new Entry(file, name, Files.size(file), changed);
    } catch (IOException e) {
      throw Parcel.unreadable(file, e);
    }
  }

  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<Entry> files = new ArrayList<>();

    Walk(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return isOfATool(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (isOfATool(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (!attributes.isRegularFile()) {
        throw new IOException(file + " (a link to nothing, or a device)");
      }
      String name = folder.relativize(file).toString().replace('\\', '/');
      files.add(new Entry(file, name, attributes.size(), attributes.lastModifiedTime().toMillis()));
      return FileVisitResult.CONTINUE;
    }

    private boolean isOfATool(Path path) {
      return !path.equals(folder) && String.valueOf(path.getFileName()).startsWith(".");
    }
  }
}
