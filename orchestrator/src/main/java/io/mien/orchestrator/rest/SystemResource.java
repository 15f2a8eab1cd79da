package io.mien.orchestrator.rest;

import io.mien.contracts.rest.SystemView;
import io.mien.contracts.rest.TemplateView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunTemplate;
import io.mien.orchestrator.preset.RunTemplates;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.start.Components;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The system as a whole. */
@Path("/v1")
@RolesAllowed(Role.VIEWER_NAME)
public class SystemResource {

  private final Database database;
  private final JdbcQueues queues;
  private final Components components;
  private final Presets presets;
  private final RunTemplates templates;
  private final String version;

  public SystemResource(
      Database database,
      JdbcQueues queues,
      Components components,
      Presets presets,
      RunTemplates templates,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.queues = queues;
    this.components = components;
    this.presets = presets;
    this.templates = templates;
    this.version = version;
  }

  @GET
  @Path("/system")
  @Operation(
      operationId = "getSystem",
      summary = "Versions, queues, and whether what we stand on answers")
  public SystemView system() {
    return new SystemView(version, database.transact(queues::read), components.states());
  }

  @GET
  @Path("/presets")
  @Operation(operationId = "listPresets", summary = "Presets by name")
  public List<PresetView> presets() {
    return presets.all().stream()
        .map(preset -> new PresetView(preset.name(), preset.description()))
        .toList();
  }

  @GET
  @Path("/templates")
  @Operation(
      operationId = "listTemplates",
      summary = "Templates of steps, with their parameters, for POST /v1/runs/steps")
  public List<TemplateView> templates() {
    return templates.all().stream().map(RunTemplate::view).toList();
  }

  /** A preset by name. */
  public record PresetView(String name, String description) {}
}
