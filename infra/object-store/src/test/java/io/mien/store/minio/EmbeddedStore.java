package io.mien.store.minio;

import io.mien.embedded.Credentials;
import io.mien.embedded.EmbeddedObjectStore;
import io.mien.embedded.EmbeddedObjectStoreConfig;
import io.mien.store.ObjectStoreConfig;
import java.nio.file.Path;

/** A server of the embedded kind for one test class, and how to reach it. */
public final class EmbeddedStore implements AutoCloseable {

  private static final Credentials KEYS = new Credentials("mien-test", "mien-test-secret");

  private final EmbeddedObjectStore server;

  public EmbeddedStore(Path directory) {
    server = EmbeddedObjectStore.start(new EmbeddedObjectStoreConfig(directory, 0, KEYS));
  }

  public ObjectStoreConfig config() {
    return new ObjectStoreConfig(server.endpoint(), KEYS.name(), KEYS.secret(), "mien-test");
  }

  @Override
  public void close() {
    server.close();
  }
}
