package io.mien.orchestrator.dataset;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Judges where a dataset is said to lie, before a run finds out. */
public final class SourceCheck {

  private final BucketReader reader;
  private final SourceBuckets buckets;

  public SourceCheck(BucketReader reader, SourceBuckets buckets) {
    this.reader = reader;
    this.buckets = buckets;
  }

  /**
   * Checks that a folder or an archive is there, and may be read.
   *
   * @throws InvalidInput {@code dataset-source-unsupported}, {@code dataset-source-forbidden},
   *     {@code dataset-source-missing} or {@code bucket-unreadable}
   */
  public void check(URI source) {
    DatasetPlace place = DatasetPlace.of(source);
    if (place instanceof DatasetPlace.Local local) {
      check(local.path());
    } else if (place instanceof DatasetPlace.Stored stored) {
      check(stored);
    }
  }

  private void check(DatasetPlace.Stored stored) {
    buckets.check(stored.bucket(), stored.key());
    boolean there =
        stored.isArchive()
            ? reader.size(stored.bucket(), stored.key()).isPresent()
            : reader.holdsAny(stored.bucket(), stored.key());
    if (!there) {
      throw new InvalidInput(
          "dataset-source-missing",
          "Looked for the dataset at " + stored + " and found nothing; check the address.");
    }
  }

  private static void check(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidInput(
          "dataset-source-missing",
          "Looked for the dataset at " + path + " and found nothing; check the path.");
    }
    boolean archive = Files.isRegularFile(path) && DatasetPlace.isArchive(path.toString());
    if (!Files.isDirectory(path) && !archive) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "Looked for the dataset at %s and found a file; name its folder, or an archive (%s)."
              .formatted(path, String.join(", ", DatasetPlace.ARCHIVES)));
    }
  }
}
