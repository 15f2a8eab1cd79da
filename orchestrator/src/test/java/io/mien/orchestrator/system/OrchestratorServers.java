package io.mien.orchestrator.system;

import io.mien.testkit.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Real servers, and a protocol that is quicker than in production where a test waits for it. */
public class OrchestratorServers implements QuarkusTestResourceLifecycleManager {

  static final String KEY = "mien_system-it-0123456789abcdef";

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>(TestServers.orchestratorConfig());
    config.put("mien.orchestrator.first-key", KEY);
    config.put("mien.orchestrator.lease", "8S");
    config.put("mien.orchestrator.heartbeat-every", "2S");
    config.put("mien.orchestrator.worker-lost-after", "30M");
    config.put("mien.orchestrator.first-backoff", "0.01S");
    config.put("mien.orchestrator.longest-backoff", "0.05S");
    config.put("mien.orchestrator.check-every", "0.5S");
    config.put("mien.orchestrator.keep-alive-every", "0.5S");
    // Most tests do the same work again and again; ReuseIT has it on
    config.put("mien.orchestrator.reuse-steps", "false");
    // Receivers of webhooks are in the test.
    config.put("mien.webhooks.allow-private", "true");
    return config;
  }

  @Override
  public void stop() {
    // The servers go away with the test JVM.
  }
}
