package io.mien.ingest.source;

import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A folder that this machine sees. Links are followed. */
public record FolderFiles(Path root) implements SourceFiles {

  @Override
  public SourceListing list() {
    try {
      return new FolderWalk(root).walk();
    } catch (IOException e) {
      throw new InvalidInput(
          "dataset-unreadable",
          "Cannot list %s: %s. Mend the permissions or links of the folder."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  @Override
  public boolean surelyLacks(String name) {
    try {
      return !Files.isRegularFile(local(name));
    } catch (InvalidPathException e) {
      return true;
    }
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(local(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    return Files.readAllBytes(local(name));
  }

  @Override
  public Path local(String name) {
    return root.resolve(name);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
