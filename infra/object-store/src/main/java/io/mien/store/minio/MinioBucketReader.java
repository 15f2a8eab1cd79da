package io.mien.store.minio;

import io.mien.contracts.failure.InvalidInput;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.bucket.BucketReader;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buckets in any store that speaks S3. Thread-safe; keeps connections open until closed. */
public final class MinioBucketReader implements BucketReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MinioBucketReader.class);

  /** What S3 gives at once. */
  private static final int PAGE = 1000;

  private static final Set<String> NOT_OURS =
      Set.of("NoSuchBucket", "AccessDenied", "InvalidBucketName", "AllAccessDisabled");

  private final ObjectStoreConfig config;
  private final MinioClient client;
  private final Retries retries;
  private final int page;

  public MinioBucketReader(ObjectStoreConfig config) {
    this(config, RetryPolicy.SHORT, PAGE);
  }

  MinioBucketReader(ObjectStoreConfig config, RetryPolicy policy, int page) {
    this.config = config;
    this.client = Connections.client(config);
    this.retries = Retries.pausing(policy);
    this.page = page;
  }

  @Override
  public void list(String bucket, String prefix, Consumer<Listed> consumer) {
    String after = "";
    List<Listed> listed;
    do {
      listed = page(bucket, prefix, after, page);
      listed.forEach(consumer);
      after = listed.isEmpty() ? "" : listed.get(listed.size() - 1).key();
    } while (listed.size() == page);
  }

  @Override
  public boolean holdsAny(String bucket, String prefix) {
    return !page(bucket, prefix, "", 1).isEmpty();
  }

  @Override
  public Optional<Long> size(String bucket, String key) {
    try {
      return Optional.of(
          retries.call(
              "look for " + name(bucket, key),
              ofBucket(
                  bucket,
                  () ->
                      client
                          .statObject(StatObjectArgs.builder().bucket(bucket).object(key).build())
                          .size())));
    } catch (Retries.Missing e) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream open(String bucket, String key, long offset, long length) {
    return new ResumedStream(
        name(bucket, key), length, done -> part(bucket, key, offset + done, length - done));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      LOG.warn("Connections to {} were not closed in good order", config.endpoint(), e);
    }
  }

  private List<Listed> page(String bucket, String prefix, String after, int most) {
    try {
      return retries.call(
          "list " + name(bucket, prefix),
          ofBucket(
              bucket,
              () -> {
                ListObjectsArgs.Builder args =
                    ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(true)
                        .maxKeys(most);
                return first(
                    client.listObjects((after.isEmpty() ? args : args.startAfter(after)).build()),
                    most);
              }));
    } catch (Retries.Missing e) {
      throw new InvalidInput("object-missing", "Cannot list " + name(bucket, prefix), e);
    }
  }

  /** No further than the page, so that one request is all. */
  private static List<Listed> first(Iterable<Result<Item>> results, int most)
      throws MinioException {
    List<Listed> listed = new ArrayList<>();
    for (Result<Item> result : results) {
      Item item = result.get();
      listed.add(new Listed(item.objectName(), item.size()));
      if (listed.size() == most) {
        break;
      }
    }
    return listed;
  }

  private InputStream part(String bucket, String key, long offset, long length) {
    try {
      return retries.call(
          "read " + name(bucket, key),
          ofBucket(
              bucket,
              () ->
                  client.getObject(
                      GetObjectArgs.builder()
                          .bucket(bucket)
                          .object(key)
                          .offset(offset)
                          .length(length)
                          .build())));
    } catch (Retries.Missing e) {
      throw new InvalidInput(
          "object-missing",
          "Cannot read %s: there is no such object. Was it deleted?".formatted(name(bucket, key)),
          e);
    }
  }

  /** A bucket that is not there, or not ours to read, will not be there at the next try either. */
  private static <T> Retries.Request<T> ofBucket(String bucket, Retries.Request<T> request) {
    return () -> {
      try {
        return request.send();
      } catch (ErrorResponseException e) {
        String code = e.errorResponse().code();
        if (NOT_OURS.contains(code)) {
          throw new InvalidInput(
              "bucket-unreadable",
              "Cannot read bucket %s: the object store says %s. Check its name and the rights of the account."
                  .formatted(bucket, code),
              e);
        }
        throw e;
      }
    };
  }

  private static String name(String bucket, String key) {
    return "s3://" + bucket + "/" + key;
  }
}
