package io.mien.ingest.source.bucket;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.LocalCopies;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.SourceListing;
import io.mien.ingest.source.SourceName;
import io.mien.store.bucket.BucketReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects under a prefix, each read when its turn comes. A key takes about 200 bytes of memory.
 */
public final class PrefixFiles implements SourceFiles {

  static final String MISSING = "object-missing";

  /** Bytes; a store refuses the question for a longer one instead of saying no. */
  private static final int LONGEST_KEY = 1024;

  private final BucketReader reader;
  private final Prefix place;
  private final LocalCopies copies;
  private final int most;
  private volatile Map<String, Long> sizes = Map.of();

  /**
   * @param most files that are read at all
   */
  public PrefixFiles(BucketReader reader, Prefix place, LocalCopies copies, int most) {
    this.reader = reader;
    this.place = place;
    this.copies = copies;
    this.most = most;
  }

  /**
   * @param key that the keys of all files begin with; ends in a slash
   */
  public record Prefix(String bucket, String key) {
    @Override
    public String toString() {
      return "s3://" + bucket + "/" + key;
    }
  }

  @Override
  public SourceListing list() {
    Map<String, Long> listed = new HashMap<>();
    List<Rejection> refused = new ArrayList<>();
    reader.list(place.bucket(), place.key(), object -> take(object, listed, refused));
    sizes = listed;
    return new SourceListing(List.copyOf(listed.keySet()), refused);
  }

  @Override
  public boolean surelyLacks(String name) {
    return (place.key() + name).getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY;
  }

  @Override
  public long size(String name) throws IOException {
    Long known = sizes.get(name);
    if (known != null) {
      return known;
    }
    Optional<Long> found = reader.size(place.bucket(), place.key() + name);
    return found.orElseThrow(() -> new FileNotFoundException("there is no " + place + name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (InvalidInput e) {
      throw missing(e);
    }
  }

  @Override
  public Path local(String name) throws IOException {
    try {
      return copies.of(name, () -> open(name));
    } catch (InvalidInput e) {
      throw missing(e);
    }
  }

  /** Without the last slash, because names follow it. */
  @Override
  public String toString() {
    String text = place.toString();
    return text.substring(0, text.length() - 1);
  }

  private InputStream open(String name) throws IOException {
    return reader.open(place.bucket(), place.key() + name, 0, size(name));
  }

  /** What was there when it was listed is a file that cannot be read, and no more than that. */
  private static FileNotFoundException missing(InvalidInput cause) {
    if (!cause.code().equals(MISSING)) {
      throw cause;
    }
    return new FileNotFoundException(cause.getMessage());
  }

  private void take(BucketReader.Listed object, Map<String, Long> listed, List<Rejection> refused) {
    String name = object.key().substring(place.key().length());
    if (name.isEmpty() || name.endsWith("/")) {
      // What some tools put there to show a folder
      return;
    }
    Optional<String> problem = problem(name);
    if (problem.isPresent()) {
      refused.add(
          new Rejection(
              SourceName.printable(name), Rejection.Code.UNSAFE_NAME, problem.orElseThrow()));
    } else if (!SourceName.isOfATool(name)) {
      listed.put(name, object.bytes());
    }
    if (listed.size() + refused.size() > most) {
      throw new InvalidInput(
          "dataset-too-large",
          "Cannot ingest %s: it holds more than %,d objects; at most as many are read. Split it into several datasets, or have the operator raise the limit."
              .formatted(place, most));
    }
  }

  private static Optional<String> problem(String name) {
    String normal = SourceName.normal(name);
    return normal.equals(name)
        ? SourceName.problem(name)
        : Optional.of("has a name that would mean the file " + SourceName.printable(normal));
  }
}
