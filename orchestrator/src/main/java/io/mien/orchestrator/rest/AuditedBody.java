package io.mien.orchestrator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.orchestrator.audit.CallDetails;
import io.mien.store.json.WireJson;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/** Remembers what a call asks for until it is written down: its JSON, or the fields of its form. */
@Provider
public class AuditedBody implements ReaderInterceptor {

  private static final String BODY = "mien.audit.body";
  private static final String FILE = "(a file)";

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext call) throws IOException {
    Object body = call.proceed();
    if (body != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(call.getMediaType())) {
      call.setProperty(BODY, body);
    }
    return body;
  }

  /** Null where nothing was said, or the call was refused before it was read. */
  static @Nullable String details(ContainerRequestContext call) {
    Object body = call.getProperty(BODY);
    if (body != null) {
      return CallDetails.of(
          body instanceof JsonNode json ? json : WireJson.MAPPER.valueToTree(body));
    }
    // Filters see the call without its form
    ResteasyReactiveRequestContext current = CurrentRequestManager.get();
    FormData form = current == null ? null : current.getFormData();
    return form == null ? null : CallDetails.of(fields(form));
  }

  private static JsonNode fields(FormData form) {
    ObjectNode fields = WireJson.MAPPER.createObjectNode();
    for (String name : form) {
      for (FormValue value : form.get(name)) {
        fields.withArray(name).add(value.isFileItem() ? FILE : value.getValue());
      }
    }
    return fields;
  }
}
