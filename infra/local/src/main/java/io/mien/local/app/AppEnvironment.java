package io.mien.local.app;

import io.mien.embedded.EmbeddedServers;
import io.mien.local.LocalSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of each application: every endpoint and credential, and how many threads it may
 * use.
 */
public final class AppEnvironment {

  private final LocalSettings settings;
  private final EmbeddedServers servers;
  private final String firstKey;
  private final Path natives;

  /**
   * @param natives directory shared by all data directories, where libtorch is unpacked once
   */
  public AppEnvironment(
      LocalSettings settings, EmbeddedServers servers, String firstKey, Path natives) {
    this.settings = settings;
    this.servers = servers;
    this.firstKey = firstKey;
    this.natives = natives;
  }

  public Map<String, String> of(App app) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MIEN_KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
    environment.put("MIEN_STORE_ENDPOINT", servers.objectStore().endpoint().toString());
    environment.put("MIEN_STORE_ACCESS_KEY", servers.objectStore().credentials().name());
    environment.put("MIEN_STORE_SECRET_KEY", servers.objectStore().credentials().secret());
    environment.put("MIEN_STORE_NAMESPACE", "mien");
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", "0");
    if (app == App.ORCHESTRATOR) {
      addOrchestrator(environment);
    } else {
      addWorker(environment);
    }
    if (app == App.INGEST) {
      // Of two slots the orchestrator keeps one for photos: nobody waits behind a dataset
      environment.put("MIEN_WORKER_SLOTS", "2");
    }
    return environment;
  }

  private void addOrchestrator(Map<String, String> environment) {
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port()));
    environment.put("MIEN_DATABASE_URL", servers.postgreSql().jdbcUrl());
    environment.put("MIEN_DATABASE_USER", servers.postgreSql().owner().name());
    environment.put("MIEN_DATABASE_PASSWORD", servers.postgreSql().owner().secret());
    environment.put("MIEN_FIRST_KEY", firstKey);
    // Everything is on this machine, the receivers of webhooks too.
    environment.put("MIEN_WEBHOOKS_ALLOW_PRIVATE", "true");
  }

  private void addWorker(Map<String, String> environment) {
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", "0");
    environment.put("MIEN_DEVICE", settings.device());
    environment.put("MIEN_THREADS", Integer.toString(settings.threads()));
    environment.put("DJL_CACHE_DIR", natives.toString());
    // libtorch's OpenMP threads spin while they wait; for long that costs a factor of ten beside
    // other processes, not at all makes the second thread worthless (ADR 0007).
    environment.put("GOMP_SPINCOUNT", "10000");
  }
}
