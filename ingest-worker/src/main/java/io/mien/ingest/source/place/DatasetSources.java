package io.mien.ingest.source.place;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.FolderFiles;
import io.mien.ingest.source.LocalCopies;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.archive.Archives;
import io.mien.ingest.source.archive.FileBytes;
import io.mien.ingest.source.bucket.ObjectBytes;
import io.mien.ingest.source.bucket.PrefixFiles;
import io.mien.ingest.source.bucket.StoredObjects;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the sources of datasets, whatever they are. Thread-safe. */
public final class DatasetSources {

  private final Archives archives;
  private final BucketReader reader;
  private final SourceBuckets buckets;
  private final int mostObjects;

  /**
   * @param mostObjects under one prefix
   */
  public DatasetSources(
      Archives archives, BucketReader reader, SourceBuckets buckets, int mostObjects) {
    this.archives = archives;
    this.reader = reader;
    this.buckets = buckets;
    this.mostObjects = mostObjects;
  }

  /**
   * @param source a folder or an archive, see {@link DatasetPlace}
   * @param work directory of the task, for what has to be brought there; need not exist
   * @throws InvalidInput {@code dataset-missing}, {@code dataset-source-unsupported}, {@code
   *     dataset-source-forbidden}, or what {@link Archives#open} throws
   */
  public SourceFiles open(URI source, Path work) {
    DatasetPlace place = DatasetPlace.of(source);
    if (place instanceof DatasetPlace.Local local) {
      return local(local.path(), work);
    }
    DatasetPlace.Stored stored = (DatasetPlace.Stored) place;
    buckets.check(stored.bucket(), stored.key());
    return stored.isArchive() ? archive(stored, work) : prefix(stored, work);
  }

  /** Objects that are named one by one; the same places may be read as of datasets. */
  public StoredObjects objects() {
    return new StoredObjects(reader, buckets);
  }

  private SourceFiles local(Path path, Path work) {
    if (Files.isDirectory(path)) {
      return new FolderFiles(path);
    }
    if (Files.isRegularFile(path)) {
      return archives.open(path.toString(), new FileBytes(path), work);
    }
    throw new InvalidInput(
        "dataset-missing",
        "Cannot ingest %s: %s. Give a folder or an archive that the ingest worker can see."
            .formatted(path, Files.exists(path) ? "it is neither" : "it does not exist"));
  }

  private SourceFiles archive(DatasetPlace.Stored place, Path work) {
    long bytes =
        reader
            .size(place.bucket(), place.key())
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "dataset-missing",
                        "Cannot ingest %s: there is no such object. Was it deleted?"
                            .formatted(place)));
    return archives.open(
        place.toString(), new ObjectBytes(reader, place.bucket(), place.key(), bytes), work);
  }

  private SourceFiles prefix(DatasetPlace.Stored place, Path work) {
    return new PrefixFiles(
        reader,
        new PrefixFiles.Prefix(place.bucket(), place.key()),
        new LocalCopies(work.resolve("files")),
        mostObjects);
  }
}
