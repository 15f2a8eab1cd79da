package io.mien.orchestrator.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.SynthesisRequest;
import io.mien.orchestrator.run.AskedSynthesis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A synthesis whose items come as a file.
 *
 * @param items JSON lines
 * @param request JSON of a {@link SynthesisRequest} without items; absent for one that says nothing
 */
public record SynthesisForm(
    @RestForm("items") @Schema(description = "JSON lines of a SynthesisItem each")
        @Nullable FileUpload items,
    @RestForm("request") @Schema(description = "JSON of a SynthesisRequest without items")
        @Nullable String request) {

  private static final String NOTHING = "{}";

  /** The file of items. */
  FileUpload requiredItems() {
    FileUpload present = Fields.required(items, "items");
    if (present.size() == 0) {
      throw new InvalidInput(
          "no-items", "The file 'items' is empty; send JSON lines, one for each photo.");
    }
    return present;
  }

  /** What the form asks for. */
  AskedSynthesis asked(ObjectMapper json) {
    return AskedSynthesis.of(read(json));
  }

  private SynthesisRequest read(ObjectMapper json) {
    return JsonField.read(json, "request", request, SynthesisRequest.class)
        .or(() -> JsonField.read(json, "request", NOTHING, SynthesisRequest.class))
        .orElseThrow();
  }
}
