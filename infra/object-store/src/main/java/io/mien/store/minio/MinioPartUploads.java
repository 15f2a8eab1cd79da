package io.mien.store.minio;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.upload.PartUploads;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.ListPartsResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Multipart uploads in any store that speaks S3. Thread-safe; keeps connections open until closed.
 */
public final class MinioPartUploads implements PartUploads, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MinioPartUploads.class);
  private static final String GONE = "NoSuchUpload";

  private final ObjectStoreConfig config;
  private final MinioAsyncClient client;
  private final MinioClient links;
  private final Retries retries;

  /**
   * @param publicEndpoint where people reach the store; links lead there
   * @param region that links are signed for
   */
  public MinioPartUploads(ObjectStoreConfig config, URI publicEndpoint, String region) {
    this.config = config;
    this.client = Connections.asyncClient(config);
    this.links = Connections.publicClient(config, publicEndpoint, region);
    this.retries = Retries.pausing(RetryPolicy.SHORT);
  }

  @Override
  public Target begin(Bucket bucket, String key) {
    CreateMultipartUploadArgs args =
        CreateMultipartUploadArgs.builder().bucket(config.nameOf(bucket)).object(key).build();
    String upload =
        call(
            "begin the upload of " + key,
            () -> await(client.createMultipartUpload(args)).result().uploadId());
    return new Target(bucket, key, upload);
  }

  @Override
  public List<Part> parts(Target target) {
    List<Part> parts = new ArrayList<>();
    boolean more = true;
    while (more) {
      ListPartsResult page = page(target, parts);
      page.parts().forEach(part -> parts.add(part(part)));
      more = page.isTruncated() && !page.parts().isEmpty();
    }
    return parts;
  }

  @Override
  public URI link(Target target, int number, Duration validFor) {
    GetPresignedObjectUrlArgs args =
        GetPresignedObjectUrlArgs.builder()
            .method(Http.Method.PUT)
            .bucket(config.nameOf(target.bucket()))
            .object(target.key())
            .expiry(Math.toIntExact(validFor.toSeconds()))
            .extraQueryParams(
                Map.of("partNumber", Integer.toString(number), "uploadId", target.upload()))
            .build();
    return call(
        "make a link to part " + number + " of " + target.key(),
        () -> URI.create(links.getPresignedObjectUrl(args)));
  }

  @Override
  public void complete(Target target, List<Part> parts) {
    CompleteMultipartUploadArgs args =
        CompleteMultipartUploadArgs.builder()
            .bucket(config.nameOf(target.bucket()))
            .object(target.key())
            .uploadId(target.upload())
            .parts(
                parts.stream()
                    .map(part -> new io.minio.messages.Part(part.number(), part.etag()))
                    .toArray(io.minio.messages.Part[]::new))
            .build();
    call(
        "complete the upload of " + target.key(),
        () -> await(client.completeMultipartUpload(args)).etag());
  }

  @Override
  public void abort(Target target) {
    AbortMultipartUploadArgs args =
        AbortMultipartUploadArgs.builder()
            .bucket(config.nameOf(target.bucket()))
            .object(target.key())
            .uploadId(target.upload())
            .build();
    try {
      call(
          "give up the upload of " + target.key(),
          () -> await(client.abortMultipartUpload(args)).object());
    } catch (InvalidInput e) {
      LOG.debug("The upload of {} was gone already", target.key());
    }
  }

  @Override
  public void close() {
    try {
      client.close();
      links.close();
    } catch (Exception e) {
      LOG.warn("Connections to {} were not closed in good order", config.endpoint(), e);
    }
  }

  /** Those behind the parts that are known. */
  private ListPartsResult page(Target target, List<Part> known) {
    ListPartsArgs.Builder builder =
        ListPartsArgs.builder()
            .bucket(config.nameOf(target.bucket()))
            .object(target.key())
            .uploadId(target.upload());
    if (!known.isEmpty()) {
      builder.partNumberMarker(known.get(known.size() - 1).number());
    }
    ListPartsArgs args = builder.build();
    return call(
        "look which parts of " + target.key() + " have come",
        () -> await(client.listParts(args)).result());
  }

  private static Part part(io.minio.messages.Part part) {
    return new Part(part.partNumber(), part.partSize(), part.etag().replace("\"", ""));
  }

  private <T> T call(String what, Retries.Request<T> request) {
    try {
      return retries.call(what, () -> ofUpload(what, request));
    } catch (Retries.Missing e) {
      throw gone(what, e);
    }
  }

  private static <T> T ofUpload(String what, Retries.Request<T> request)
      throws MinioException, IOException {
    try {
      return request.send();
    } catch (ErrorResponseException e) {
      if (e.errorResponse().code().equals(GONE)) {
        throw gone(what, e);
      }
      throw e;
    }
  }

  private static InvalidInput gone(String what, Exception cause) {
    return new InvalidInput(
        "upload-gone",
        "Cannot %s: there is no such upload (any more). Begin a new one.".formatted(what),
        cause);
  }

  private static <T> T await(CompletableFuture<T> future) throws MinioException, IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for the object store", e);
    } catch (ExecutionException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof MinioException minio) {
          throw minio;
        }
        if (cause instanceof IOException io) {
          throw io;
        }
      }
      throw new IllegalStateException(e);
    }
  }
}
