package io.mien.ingest.source;

import io.mien.contracts.dataset.Rejection;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a dataset's folder, which goes on past whatever cannot be read and remembers it.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final Path root;
  private final List<String> files = new ArrayList<>();
  private final List<Rejection> unreadable = new ArrayList<>();

  FolderWalk(Path root) {
    this.root = root;
  }

  /**
   * @throws IOException when the root itself cannot be read
   */
  SourceListing walk() throws IOException {
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
    return new SourceListing(files, unreadable);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isRegularFile()) {
      files.add(source(file));
    } else if (attributes.isSymbolicLink()) {
      reject(file, "is a link to nothing");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (path.equals(root)) {
      throw failure;
    }
    if (!isHidden(path)) {
      reject(path, reason(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
  }

  private boolean isHidden(Path path) {
    return !path.equals(root) && SourceName.isOfATool(source(path) + "/");
  }

  private void reject(Path path, String reason) {
    unreadable.add(new Rejection(source(path), Rejection.Code.UNREADABLE, reason));
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemLoopException
        ? "is a link back to a folder that it lies in"
        : "cannot be read: " + failure;
  }

  private String source(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }
}
