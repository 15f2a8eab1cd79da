package io.mien.orchestrator.rest;

import io.mien.orchestrator.audit.AuditEntry;
import io.mien.orchestrator.audit.AuditTrail;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every call that could change something: who, what, which, what was asked for in
 * short, and how it ended. A call without a known key changes nothing but by signing in, so that
 * nobody without a key can fill the table.
 */
public class AuditFilter {

  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final String KEY = "mien.audit.key";

  /** Asked for late: filters are made before anything that needs the runtime configuration. */
  private final Instance<AuditTrail> trail;

  public AuditFilter(Instance<AuditTrail> trail) {
    this.trail = trail;
  }

  /** Says whose key a call brought that has no bearer header. */
  static void keyOf(RoutingContext call, UUID keyId) {
    call.put(KEY, keyId);
  }

  @ServerResponseFilter
  public void audit(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo resource,
      RoutingContext call) {
    if (!CHANGING.contains(request.getMethod()) || resource.getResourceClass() == null) {
      return;
    }
    UUID keyId = keyId(call);
    if (keyId == null) {
      return;
    }
    AuditEntry entry = entry(keyId, request, response, resource);
    if (Context.isOnEventLoopThread()) {
      // A call that was refused before it came to a thread that may wait
      call.vertx()
          .executeBlocking(
              () -> {
                trail.get().write(entry);
                return true;
              },
              false);
    } else {
      trail.get().write(entry);
    }
  }

  private static AuditEntry entry(
      UUID keyId,
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo resource) {
    return new AuditEntry(
        keyId,
        request.getMethod() + " " + template(resource),
        request.getUriInfo().getPath(),
        request.getUriInfo().getPathParameters().getFirst("id"),
        made(response),
        response.getStatus(),
        AuditedBody.details(request));
  }

  private static String template(ResourceInfo resource) {
    return path(resource.getResourceClass()) + path(resource.getResourceMethod());
  }

  private static String path(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  /** The last part of where the answer says that something new is. */
  private static @Nullable String made(ContainerResponseContext response) {
    if (Response.Status.Family.familyOf(response.getStatus())
        != Response.Status.Family.SUCCESSFUL) {
      return null;
    }
    Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
    return location == null
        ? null
        : location.toString().substring(location.toString().lastIndexOf('/') + 1);
  }

  private static @Nullable UUID keyId(RoutingContext call) {
    UUID told = call.get(KEY);
    if (told != null || !(call.user() instanceof QuarkusHttpUser user)) {
      return told;
    }
    String name = user.getSecurityIdentity().getPrincipal().getName();
    // Whoever is not known has no name
    return name.isEmpty() ? null : UUID.fromString(name);
  }
}
