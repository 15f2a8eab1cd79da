package io.mien.orchestrator.object;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.photo.PhotoCheck;
import io.mien.orchestrator.photo.PhotoHash;
import io.mien.orchestrator.photo.PhotoSource;
import io.mien.store.ObjectStore;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Photos that lie in the object store. Whoever names one reads with our account, so only what
 * clients may fetch anyway is read: published objects by their addresses, and buckets that datasets
 * may come from.
 */
public final class StoredPhotos {

  private static final Pattern PUBLISHED = Pattern.compile("/v1/objects/([a-z]+)/(.+)");
  private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/(.+)");

  /** As the worker knows them that reads the items of a synthesis. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?!s3:)(?:[a-z][a-z0-9+.-]+://|(?:https?|file|ftp|data|gs|azure):).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Set<String> NO_NAMES = Set.of("", ".", "..");

  private final Database database;
  private final ObjectAccess access;
  private final ObjectStore store;
  private final SourceBuckets buckets;
  private final BucketReader reader;

  public StoredPhotos(
      Database database,
      ObjectAccess access,
      ObjectStore store,
      SourceBuckets buckets,
      BucketReader reader) {
    this.database = database;
    this.access = access;
    this.store = store;
    this.buckets = buckets;
    this.reader = reader;
  }

  /**
   * The photo at an address, which is only read when the photo is.
   *
   * @param key {@code /v1/objects/bucket/key} or {@code s3://bucket/key}
   * @param sha256 digest that it must have; null for any
   */
  public PhotoSource at(String key, @Nullable String sha256) {
    return new PhotoSource() {
      @Override
      public String identity() {
        return key + " " + sha256;
      }

      @Override
      public byte[] read() {
        byte[] photo = content(key.strip());
        PhotoHash.check(photo, sha256);
        return photo;
      }
    };
  }

  private byte[] content(String key) {
    Matcher published = PUBLISHED.matcher(key);
    if (published.matches()) {
      return published(key, published.group(1), published.group(2));
    }
    Matcher address = ADDRESS.matcher(key);
    if (address.matches()) {
      return inBucket(key, address.group(1), address.group(2));
    }
    if (LINK.matcher(key).matches()) {
      throw new InvalidInput(
          "link-forbidden",
          "The photo '%s' is a link, and none is followed: give s3://bucket/key in a bucket that may be read, or send the photo along."
              .formatted(key));
    }
    throw new InvalidInput(
        "photo-missing",
        "Cannot read the photo '%s': give s3://bucket/key, or the address of an image as answers give it, /v1/objects/bucket/key."
            .formatted(key));
  }

  private byte[] published(String address, String role, String key) {
    Optional<Bucket> bucket =
        Arrays.stream(Bucket.values()).filter(each -> each.wireName().equals(role)).findFirst();
    if (bucket.isEmpty() || !database.transact(tx -> access.isPublic(tx, bucket.get(), key))) {
      throw missing(address);
    }
    long bytes = store.size(bucket.get(), key).orElseThrow(() -> missing(address));
    PhotoCheck.checkBytes(bytes);
    return whole(store.open(bucket.get(), key), address);
  }

  private byte[] inBucket(String address, String bucket, String key) {
    if (!buckets.allows(bucket, key)
        || Arrays.stream(key.split("/", -1)).anyMatch(NO_NAMES::contains)) {
      throw new InvalidInput(
          "photo-forbidden",
          "Cannot read the photo %s: photos come from %s. Put it there, or have an operator name the bucket in MIEN_SOURCES_BUCKETS."
              .formatted(address, buckets.places()));
    }
    long bytes = reader.size(bucket, key).orElseThrow(() -> missing(address));
    PhotoCheck.checkBytes(bytes);
    return bytes == 0 ? new byte[0] : whole(reader.open(bucket, key, 0, bytes), address);
  }

  private static byte[] whole(InputStream opened, String address) {
    try (InputStream in = opened) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the photo " + address + ".", e);
    }
  }

  private static InvalidInput missing(String address) {
    return new InvalidInput(
        "photo-missing",
        "Looked for the photo at " + address + " and found nothing; check the key.");
  }
}
