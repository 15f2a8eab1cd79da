package io.mien.orchestrator;

import io.mien.orchestrator.loop.Loop;
import io.mien.orchestrator.loop.Signal;
import io.mien.orchestrator.start.Components;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts with the application and ends with it. */
@Singleton
public class OrchestratorLifecycle {

  private final Loop components;
  private final OrchestratorLoops loops;

  public OrchestratorLifecycle(
      Components components, OrchestratorLoops loops, OrchestratorConfig config) {
    this.components =
        new Loop("components", config.orchestrator().checkEvery(), new Signal(), components);
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    components.start();
  }

  void stop(@Observes ShutdownEvent event) {
    components.close();
    loops.close();
  }
}
