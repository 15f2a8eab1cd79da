package io.mien.synth.engine;

import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.worker.attempt.WorkDirectories;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of checkpoints on this machine, each downloaded once, whoever uses it. Those that nobody
 * uses are kept while a budget allows; the one that was not used for longest goes first.
 * Thread-safe.
 */
final class CheckpointFolders implements AutoCloseable {

  private final ObjectStore store;
  private final WorkDirectories directories;
  private final long budget;

  /** By digest; the one used last is the last. */
  private final Map<String, CheckpointFolder> folders = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param directories of the worker, closed with this
   * @param budget bytes on the disk
   */
  CheckpointFolders(ObjectStore store, WorkDirectories directories, long budget) {
    this.store = store;
    this.directories = directories;
    this.budget = budget;
  }

  /**
   * The files of a checkpoint, checked against their digests; they stay until they are given back.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing}, {@code object-corrupt}
   *     or {@code set-corrupt}
   */
  Checkpoint borrow(PrefixRef checkpoint) {
    String sha256 = checkpoint.manifest().sha256();
    CheckpointFolder folder = enter(sha256);
    try {
      return new Checkpoint(sha256, folder.files(into -> download(checkpoint, into)));
    } catch (RuntimeException | Error e) {
      leave(folder);
      throw e;
    }
  }

  void giveBack(Checkpoint checkpoint) {
    CheckpointFolder folder;
    synchronized (folders) {
      folder = folders.get(checkpoint.sha256());
    }
    if (folder != null) {
      leave(folder);
    }
  }

  @Override
  public void close() {
    directories.close();
  }

  private CheckpointFolder enter(String sha256) {
    synchronized (folders) {
      CheckpointFolder folder =
          folders.computeIfAbsent(
              sha256, digest -> new CheckpointFolder(directories.createKept("checkpoint")));
      folder.enter();
      return folder;
    }
  }

  private void leave(CheckpointFolder folder) {
    synchronized (folders) {
      folder.leave();
      long bytes = folders.values().stream().mapToLong(CheckpointFolder::bytes).sum();
      Iterator<CheckpointFolder> oldest = folders.values().iterator();
      while (oldest.hasNext()) {
        CheckpointFolder each = oldest.next();
        if (each.isUnused() && (bytes > budget || each.bytes() == 0)) {
          bytes -= each.bytes();
          each.remove();
          oldest.remove();
        }
      }
    }
  }

  private void download(PrefixRef checkpoint, Path into) {
    ObjectSet.download(store, checkpoint, into);
  }
}
