package io.mien.store;

import io.mien.contracts.object.Bucket;
import java.net.URI;

/**
 * Where the object store is and who we are there.
 *
 * @param endpoint for example {@code http://127.0.0.1:9000}
 * @param accessKey name of the account
 * @param secretKey secret of the account; never logged
 * @param namespace first part of every bucket's name: {@code <namespace>-datasets}
 */
public record ObjectStoreConfig(
    URI endpoint, String accessKey, String secretKey, String namespace) {

  public ObjectStoreConfig {
    String scheme = endpoint.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException(
          "The object store's endpoint is '"
              + endpoint
              + "'; give an http or https URL such as http://127.0.0.1:9000.");
    }
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new IllegalArgumentException(
          "The object store at " + endpoint + " needs an access key and a secret key.");
    }
    if (!namespace.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "The namespace of the buckets is '"
              + namespace
              + "'; use up to 40 lower-case letters, digits and hyphens.");
    }
  }

  /** What the store calls a bucket of ours. */
  public String nameOf(Bucket bucket) {
    return namespace + "-" + bucket.wireName();
  }

  @Override
  public String toString() {
    return "ObjectStoreConfig[" + endpoint + ", " + accessKey + ", " + namespace + "]";
  }
}
