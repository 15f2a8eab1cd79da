package io.mien.orchestrator;

import io.mien.orchestrator.start.Components;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when everything we stand on answers; says what does not. */
@Readiness
@Singleton
public class OrchestratorReadiness implements HealthCheck {

  private final Components components;

  public OrchestratorReadiness(Components components) {
    this.components = components;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, String> states = components.states();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrator");
    states.forEach(answer::withData);
    return answer.status(states.values().stream().allMatch(Components.UP::equals)).build();
  }
}
