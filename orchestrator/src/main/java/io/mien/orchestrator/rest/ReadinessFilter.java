package io.mien.orchestrator.rest;

import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.start.Components;
import io.mien.orchestrator.start.DatabaseComponent;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Until the schema is there, every call is answered with 503 and the reason. */
@Provider
@PreMatching
public class ReadinessFilter implements ContainerRequestFilter {

  /** Asked for late: filters are made before anything that needs the runtime configuration. */
  private final Instance<Components> components;

  public ReadinessFilter(Instance<Components> components) {
    this.components = components;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Components now = components.get();
    if (!now.isPrepared(DatabaseComponent.NAME)) {
      throw new Unavailable(
          now.code(DatabaseComponent.NAME),
          "The orchestrator waits for PostgreSQL: " + now.states().get(DatabaseComponent.NAME));
    }
  }
}
