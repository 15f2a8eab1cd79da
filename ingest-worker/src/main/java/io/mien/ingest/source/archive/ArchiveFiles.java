package io.mien.ingest.source.archive;

import io.mien.ingest.source.LocalCopies;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.SourceListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The files in an archive, each read where it lies. */
final class ArchiveFiles implements SourceFiles {

  private final String archive;
  private final StoredBytes bytes;
  private final ArchiveIndex index;
  private final LocalCopies copies;

  /**
   * @param archive where it lies, for a person
   */
  ArchiveFiles(String archive, StoredBytes bytes, ArchiveIndex index, LocalCopies copies) {
    this.archive = archive;
    this.bytes = bytes;
    this.index = index;
    this.copies = copies;
  }

  @Override
  public SourceListing list() {
    return index.listing();
  }

  @Override
  public boolean surelyLacks(String name) {
    return !index.has(name);
  }

  @Override
  public long size(String name) throws IOException {
    return index.member(name).size();
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (InputStream in = index.member(name).open(bytes)) {
      return in.readAllBytes();
    }
  }

  @Override
  public Path local(String name) throws IOException {
    Member member = index.member(name);
    return copies.of(name, () -> member.open(bytes));
  }

  @Override
  public String toString() {
    return archive;
  }
}
