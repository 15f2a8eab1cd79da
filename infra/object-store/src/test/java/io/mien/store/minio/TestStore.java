package io.mien.store.minio;

import io.mien.store.ObjectStoreConfig;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;

/** How to reach the test JVM's S3 server, in a namespace of the caller's own. */
public final class TestStore {

  private TestStore() {}

  public static ObjectStoreConfig config() {
    TestObjectStore server = TestServers.objectStore();
    return new ObjectStoreConfig(
        server.endpoint(), server.accessKey(), server.secretKey(), server.freshNamespace());
  }
}
