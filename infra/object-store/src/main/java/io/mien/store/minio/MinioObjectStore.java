package io.mien.store.minio;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.Sha256;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Objects in any store that speaks S3. Thread-safe; keeps connections open until closed. */
public final class MinioObjectStore implements ObjectStore, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MinioObjectStore.class);
  private static final Set<String> EXISTS =
      Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");

  private final MinioClient client;
  private final ObjectStoreConfig config;
  private final Retries retries;

  public MinioObjectStore(ObjectStoreConfig config) {
    this(config, RetryPolicy.SHORT);
  }

  public MinioObjectStore(ObjectStoreConfig config, RetryPolicy policy) {
    this.config = config;
    this.client = Connections.client(config);
    this.retries = Retries.pausing(policy);
  }

  @Override
  public void createBuckets() {
    for (Bucket bucket : Bucket.values()) {
      String name = config.nameOf(bucket);
      try {
        if (retries.call("create bucket " + name, () -> createIfMissing(name))) {
          LOG.info("Created bucket {}", name);
        }
      } catch (Retries.Missing e) {
        throw new IllegalStateException("No object is asked for when a bucket is created", e);
      }
    }
  }

  @Override
  public ObjectRef put(Bucket bucket, String key, byte[] content, String contentType) {
    ObjectRef ref = new ObjectRef(bucket, key, content.length, Sha256.of(content));
    send(
        "store " + describe(ref),
        () ->
            client.putObject(
                PutObjectArgs.builder()
                    .bucket(config.nameOf(bucket))
                    .object(key)
                    .data(content, content.length)
                    .contentType(contentType)
                    .build()));
    return ref;
  }

  @Override
  public ObjectRef put(Bucket bucket, String key, Path file, String contentType) {
    ObjectRef ref = new ObjectRef(bucket, key, sizeOf(file), Sha256.of(file));
    send(
        "store " + file + " as " + describe(ref),
        () ->
            client.uploadObject(
                UploadObjectArgs.builder()
                    .bucket(config.nameOf(bucket))
                    .object(key)
                    .filename(file.toString())
                    .contentType(contentType)
                    .build()));
    return ref;
  }

  @Override
  public byte[] read(ObjectRef ref) {
    byte[] content =
        find(
            "read " + describe(ref),
            ref.bucket(),
            ref.key(),
            () -> {
              try (InputStream in = get(ref.bucket(), ref.key())) {
                return in.readAllBytes();
              }
            });
    Verification.check(ref, content.length, Sha256.of(content));
    return content;
  }

  @Override
  public void download(ObjectRef ref, Path target) {
    try (PartialFile partial = PartialFile.beside(target)) {
      PartialFile.Received received =
          find(
              "download " + describe(ref) + " to " + target,
              ref.bucket(),
              ref.key(),
              () -> {
                try (InputStream in = get(ref.bucket(), ref.key())) {
                  return partial.receive(in);
                }
              });
      Verification.check(ref, received.bytes(), received.sha256());
      partial.complete();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + target + " while downloading", e);
    }
  }

  @Override
  public InputStream open(Bucket bucket, String key) {
    return find("open " + config.nameOf(bucket) + "/" + key, bucket, key, () -> get(bucket, key));
  }

  @Override
  public Optional<Long> size(Bucket bucket, String key) {
    String name = config.nameOf(bucket);
    try {
      return Optional.of(
          retries.call(
              "look for " + name + "/" + key,
              () ->
                  client
                      .statObject(StatObjectArgs.builder().bucket(name).object(key).build())
                      .size()));
    } catch (Retries.Missing e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(Bucket bucket, String key) {
    String name = config.nameOf(bucket);
    try {
      retries.call(
          "delete " + name + "/" + key,
          () -> {
            client.removeObject(RemoveObjectArgs.builder().bucket(name).object(key).build());
            return true;
          });
    } catch (Retries.Missing e) {
      LOG.debug("{}/{} was not there to delete", name, key);
    }
  }

  @Override
  public void delete(Bucket bucket, List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    String name = config.nameOf(bucket);
    List<DeleteRequest.Object> objects = keys.stream().map(DeleteRequest.Object::new).toList();
    send(
        "delete %d objects of %s, the first %s".formatted(keys.size(), name, keys.get(0)),
        () -> {
          RemoveObjectsArgs args =
              RemoveObjectsArgs.builder().bucket(name).objects(objects).build();
          // Nothing is sent until the answers are asked for
          for (Result<DeleteResult.Error> failed : client.removeObjects(args)) {
            requireMissing(name, failed.get());
          }
          return true;
        });
  }

  @Override
  public List<Listed> list(Bucket bucket, String prefix, String after, int most) {
    String name = config.nameOf(bucket);
    ListObjectsArgs.Builder args =
        ListObjectsArgs.builder().bucket(name).prefix(prefix).recursive(true).maxKeys(most);
    ListObjectsArgs page = (after.isEmpty() ? args : args.startAfter(after)).build();
    List<Listed> listed = new ArrayList<>();
    send(
        "list " + name + "/" + prefix,
        () -> {
          listed.clear();
          for (Result<Item> result : client.listObjects(page)) {
            Item item = result.get();
            listed.add(new Listed(item.objectName(), item.size(), item.lastModified().toInstant()));
            // No further than the page, so that one request is all
            if (listed.size() == most) {
              break;
            }
          }
          return true;
        });
    return listed;
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      LOG.warn("Connections to {} were not closed in good order", config.endpoint(), e);
    }
  }

  private boolean createIfMissing(String name) throws MinioException {
    if (client.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
      return false;
    }
    try {
      client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
      return true;
    } catch (ErrorResponseException e) {
      // Another process was faster
      if (EXISTS.contains(e.errorResponse().code())) {
        return false;
      }
      throw e;
    }
  }

  private InputStream get(Bucket bucket, String key) throws MinioException {
    return client.getObject(
        GetObjectArgs.builder().bucket(config.nameOf(bucket)).object(key).build());
  }

  private <T> void send(String what, Retries.Request<T> request) {
    try {
      retries.call(what, request);
    } catch (Retries.Missing e) {
      throw new Unavailable("store-refused", "Cannot " + what + ": " + e.getMessage(), e);
    }
  }

  private <T> T find(String what, Bucket bucket, String key, Retries.Request<T> request) {
    try {
      return retries.call(what, request);
    } catch (Retries.Missing e) {
      throw new InvalidInput(
          "object-missing",
          "Cannot %s: bucket %s has no object '%s'. Was it deleted, or never published?"
              .formatted(what, config.nameOf(bucket), key),
          e);
    }
  }

  private static void requireMissing(String bucket, DeleteResult.Error failed) {
    if (Fault.of(failed.code(), 200) != Fault.MISSING) {
      throw new Unavailable(
          "store-refused",
          "Cannot delete %s/%s: the object store says %s (%s). Check the rights of the account."
              .formatted(bucket, failed.objectName(), failed.code(), failed.message()));
    }
  }

  private String describe(ObjectRef ref) {
    return config.nameOf(ref.bucket()) + "/" + ref.key() + " (" + ref.bytes() + " bytes)";
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store " + file + ": it cannot be read", e);
    }
  }
}
