package io.mien.synth.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one checkpoint. They are downloaded by the first who asks, while others wait; should
 * that fail, the next one tries. Counting users is left to whoever owns it, under its lock.
 */
final class CheckpointFolder {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

  private final Path path;
  private final Object download = new Object();
  private volatile long bytes;
  private int users;

  CheckpointFolder(Path path) {
    this.path = path;
  }

  /** The folder, with its files in it. */
  Path files(Consumer<Path> downloadInto) {
    synchronized (download) {
      if (bytes == 0) {
        downloadInto.accept(path);
        bytes = size();
      }
      return path;
    }
  }

  void enter() {
    users++;
  }

  void leave() {
    users--;
  }

  boolean isUnused() {
    return users == 0;
  }

  /** Bytes on the disk; 0 before a download has succeeded. */
  long bytes() {
    return bytes;
  }

  /** Removes the files, of which nobody is a user; what stays goes with the worker's directory. */
  void remove() {
    try {
      for (Path file : list()) {
        Files.delete(file);
      }
      Files.delete(path);
    } catch (IOException e) {
      LOG.warn("Cannot remove the checkpoint in {} yet", path, e);
    }
  }

  private long size() {
    try {
      long sum = 0;
      for (Path file : list()) {
        sum += Files.size(file);
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException("List the checkpoint in " + path, e);
    }
  }

  /** A checkpoint has no folders in it. */
  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.toList();
    }
  }
}
