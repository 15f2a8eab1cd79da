package io.mien.orchestrator.rest;

import io.mien.orchestrator.run.AskedLabels;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that say which labels a photo is to get.
 *
 * @param expressions labels separated by commas, or {@code all}, which is also the default
 * @param group {@code expression}, {@code pose} or {@code attributes}; by default the one that
 *     knows the first label
 * @param holds attributes that the photo shows already, separated by commas
 */
public record LabelsForm(
    @RestForm("expressions")
        @Schema(description = "Labels separated by commas, or all, which is also the default")
        @Nullable String expressions,
    @RestForm("group") @Nullable String group,
    @RestForm("holds")
        @Schema(description = "Attributes that the photo shows already, separated by commas")
        @Nullable String holds) {

  AskedLabels.Form asked() {
    return new AskedLabels.Form(expressions, group, holds);
  }
}
