package io.mien.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory that only its owner may enter, whatever the permissions of what lies in it. */
final class PrivateDirectory {

  private PrivateDirectory() {}

  /** Creates the directory with mode 0700; one that exists keeps its mode. */
  static Path create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return directory;
    }
    Files.createDirectories(directory.toAbsolutePath().getParent());
    try {
      return Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException createdMeanwhile) {
      return directory;
    }
  }
}
