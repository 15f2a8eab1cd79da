package io.mien.ingest;

import io.mien.contracts.Topics;
import io.mien.testkit.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Kafka with its topics, and a namespace of the object store, for the application under test. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    TestServers.kafka().createTopics(Topics.all().toArray(String[]::new));
    Map<String, String> config = new HashMap<>(TestServers.workerConfig());
    config.put("mien.worker.work-directory", "target/work");
    return config;
  }

  @Override
  public void stop() {
    // The servers belong to the test JVM and go away with it
  }
}
