package io.mien.ingest.item;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.SourceListing;
import io.mien.ingest.source.bucket.StoredObjects;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the tests of lines have in common. */
final class Items {

  static final ItemOptions OPTIONS =
      new ItemOptions(
          List.of(
              new LabelSet("expression", true, List.of("neutral", "happy", "sad")),
              new LabelSet("pose", true, List.of("straight", "half-left")),
              new LabelSet("attributes", false, List.of("Smiling", "Eyeglasses"))),
          "expression",
          List.of("happy", "sad"),
          List.of(),
          FaceChoice.PROMINENT);

  private Items() {}

  /** Photos by these names, and objects of a bucket called faces. */
  static ItemPhotos photos(String... names) {
    SourceBuckets buckets = new SourceBuckets("mien", Set.of("faces"));
    return new ItemPhotos(new NamedFiles(Set.of(names)), new StoredObjects(new Unread(), buckets));
  }

  private record NamedFiles(Set<String> names) implements SourceFiles {

    @Override
    public SourceListing list() {
      return new SourceListing(List.copyOf(names), List.of());
    }

    @Override
    public boolean surelyLacks(String name) {
      return !names.contains(name);
    }

    @Override
    public long size(String name) {
      throw notRead();
    }

    @Override
    public byte[] read(String name) {
      throw notRead();
    }

    @Override
    public Path local(String name) {
      throw notRead();
    }

    @Override
    public String toString() {
      return "/data/staff";
    }
  }

  private record Unread() implements BucketReader {

    @Override
    public void list(String bucket, String prefix, Consumer<Listed> consumer) {
      throw notRead();
    }

    @Override
    public boolean holdsAny(String bucket, String prefix) {
      throw notRead();
    }

    @Override
    public Optional<Long> size(String bucket, String key) {
      throw notRead();
    }

    @Override
    public InputStream open(String bucket, String key, long offset, long length) {
      throw notRead();
    }
  }

  private static AssertionError notRead() {
    return new AssertionError("A line is checked without reading any photo");
  }
}
