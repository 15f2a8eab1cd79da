package io.mien.eval;

import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;

/** The test JVM's S3 server, in a namespace of the caller's own. */
final class TestStore {

  private TestStore() {}

  static MinioObjectStore open() {
    TestObjectStore server = TestServers.objectStore();
    MinioObjectStore store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                server.endpoint(),
                server.accessKey(),
                server.secretKey(),
                server.freshNamespace()));
    store.createBuckets();
    return store;
  }
}
