package io.mien.store.minio;

import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectLinks;
import io.mien.store.ObjectStoreConfig;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.net.URI;
import java.time.Duration;

/** Links to any store that speaks S3. They are signed here, without a request. */
public final class MinioObjectLinks implements ObjectLinks {

  private final ObjectStoreConfig config;
  private final MinioClient client;

  /**
   * @param publicEndpoint where people reach the store; links lead there
   * @param region that links are signed for
   */
  public MinioObjectLinks(ObjectStoreConfig config, URI publicEndpoint, String region) {
    this.config = config;
    this.client = Connections.publicClient(config, publicEndpoint, region);
  }

  @Override
  public URI link(Bucket bucket, String key, Duration validFor) {
    GetPresignedObjectUrlArgs args =
        GetPresignedObjectUrlArgs.builder()
            .method(Http.Method.GET)
            .bucket(config.nameOf(bucket))
            .object(key)
            .expiry(Math.toIntExact(validFor.toSeconds()))
            .build();
    try {
      return URI.create(client.getPresignedObjectUrl(args));
    } catch (MinioException e) {
      throw new IllegalStateException("Cannot sign a link to " + bucket + "/" + key + ".", e);
    }
  }
}
