package io.mien.testkit;

import io.mien.testkit.process.ServersProcess;
import java.util.HashMap;
import java.util.Map;

/**
 * Real PostgreSQL, Kafka and S3 on free ports of 127.0.0.1, in one process beside the test JVM (ADR
 * 0002). Each starts when it is first asked for, is shared by all tests of the JVM, whatever their
 * class loaders, and goes away with it. Tests isolate themselves by {@link
 * TestPostgreSql#freshDatabase()}, {@link TestObjectStore#freshNamespace()} and {@link
 * TestKafka#freshTopics}.
 */
public final class TestServers {

  private static final TestKafka KAFKA = new TestKafka();
  private static final TestPostgreSql POSTGRES = new TestPostgreSql();
  private static final TestObjectStore OBJECT_STORE = new TestObjectStore();

  private TestServers() {}

  public static TestKafka kafka() {
    return KAFKA;
  }

  public static TestPostgreSql postgres() {
    return POSTGRES;
  }

  public static TestObjectStore objectStore() {
    return OBJECT_STORE;
  }

  /**
   * Configuration of a worker under test: Kafka and a fresh namespace of the object store, under
   * the keys that every application reads. Return it from the {@code start()} of a {@code
   * QuarkusTestResourceLifecycleManager}.
   */
  public static Map<String, String> workerConfig() {
    Map<String, String> config = new HashMap<>();
    config.put("mien.kafka.bootstrap-servers", KAFKA.bootstrapServers());
    config.put("mien.store.endpoint", OBJECT_STORE.endpoint().toString());
    config.put("mien.store.access-key", OBJECT_STORE.accessKey());
    config.put("mien.store.secret-key", OBJECT_STORE.secretKey());
    config.put("mien.store.namespace", OBJECT_STORE.freshNamespace());
    return config;
  }

  /** What {@link #workerConfig()} has, and a fresh database. */
  public static Map<String, String> orchestratorConfig() {
    Map<String, String> config = workerConfig();
    TestDatabase database = POSTGRES.freshDatabase();
    config.put("mien.database.url", database.jdbcUrl());
    config.put("mien.database.user", database.user());
    config.put("mien.database.password", database.password());
    return config;
  }

  /**
   * Has the process of the servers compiled fully: it starts as slowly, and is then as fast, as
   * servers that run for long. Has an effect only before the first server is asked for.
   */
  public static void runForLong() {
    ServersProcess.runForLong();
  }

  static Map<String, String> call(String path, Map<String, String> arguments) {
    return ServersProcess.shared().call(path, arguments);
  }
}
