package io.mien.orchestrator.rest;

import io.mien.orchestrator.run.AskedLabels;
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
    @RestForm("expressions") @Nullable String expressions,
    @RestForm("group") @Nullable String group,
    @RestForm("holds") @Nullable String holds) {

  AskedLabels.Form asked() {
    return new AskedLabels.Form(expressions, group, holds);
  }
}
