package io.mien.testkit.process;

import io.mien.embedded.Credentials;
import io.mien.embedded.DataDirectory;
import io.mien.embedded.EmbeddedObjectStore;
import io.mien.embedded.EmbeddedObjectStoreConfig;
import java.util.Map;

/** Orders to the object store. */
final class ObjectStoreOrders implements Orders {

  private final Credentials credentials;
  private final ServerSwitch<EmbeddedObjectStore> objectStore;

  ObjectStoreOrders(DataDirectory data) {
    credentials = data.credentials().objectStore();
    objectStore =
        new ServerSwitch<>(
            server(),
            port ->
                EmbeddedObjectStore.start(
                    new EmbeddedObjectStoreConfig(data.objects(), port, credentials)),
            EmbeddedObjectStore::port);
  }

  @Override
  public String server() {
    return "object-store";
  }

  @Override
  public Map<String, String> execute(String order, Map<String, String> arguments) throws Exception {
    switch (order) {
      case "address" -> {
        return Map.of(
            "endpoint", "http://127.0.0.1:" + objectStore.port(),
            "access-key", credentials.name(),
            "secret-key", credentials.secret());
      }
      case "start" -> objectStore.start();
      case "stop" -> objectStore.stop();
      default ->
          throw new IllegalArgumentException("The object store knows no order '" + order + "'");
    }
    return Map.of();
  }

  @Override
  public void close() {
    objectStore.close();
  }
}
