package io.mien.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory of all servers, locked while it is open. Layout 1:
 *
 * <pre>
 * layout.version           1
 * lock                     locked by, and naming, the process that uses the directory
 * credentials.properties   generated once, mode 0600
 * kafka/  postgresql/  objects/  binaries/
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {

  static final int LAYOUT_VERSION = 1;

  private final Path path;
  private final FileChannel lockChannel;
  private final ServerCredentials credentials;

  private DataDirectory(Path path, FileChannel lockChannel, ServerCredentials credentials) {
    this.path = path;
    this.lockChannel = lockChannel;
    this.credentials = credentials;
  }

  /** Creates or opens the directory; fails at once if another process, or this one, has it open. */
  public static DataDirectory open(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    FileChannel lock = null;
    try {
      PrivateDirectory.create(path);
      lock = lock(path);
      requireOurLayout(path);
      DataDirectory opened = new DataDirectory(path, lock, CredentialsFile.in(path).loadOrCreate());
      lock = null;
      return opened;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Cannot use "
              + path
              + " as data directory: "
              + e.getMessage()
              + ". Check that it is writable and on a local disk.",
          e);
    } finally {
      closeQuietly(lock);
    }
  }

  public Path path() {
    return path;
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path postgreSql() {
    return path.resolve(CredentialsFile.DATABASE_DIRECTORY);
  }

  public Path objects() {
    return path.resolve("objects");
  }

  public Path binaries() {
    return path.resolve("binaries");
  }

  /** The same at every start. */
  public ServerCredentials credentials() {
    return credentials;
  }

  @Override
  public void close() {
    closeQuietly(lockChannel);
  }

  private static FileChannel lock(Path path) throws IOException {
    Path file = path.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException thisJvmHoldsIt) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new EmbeddedServerException(
          "Cannot use "
              + path
              + " as data directory: process "
              + Files.readString(file).trim()
              + " uses it. Stop that process or choose another directory.");
    }
    channel.truncate(0);
    channel.write(
        StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid()) + "\n"));
    return channel;
  }

  private static void requireOurLayout(Path path) throws IOException {
    Path file = path.resolve("layout.version");
    if (!Files.exists(file)) {
      Files.writeString(file, LAYOUT_VERSION + "\n");
      return;
    }
    String found = Files.readString(file).trim();
    if (!found.equals(Integer.toString(LAYOUT_VERSION))) {
      throw new EmbeddedServerException(
          "Cannot use "
              + path
              + " as data directory: a newer version of Mien wrote it (layout "
              + found
              + ", this version knows layout "
              + LAYOUT_VERSION
              + "). Use that version, or choose another directory.");
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot release the lock: " + e.getMessage(), e);
    }
  }
}
