package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error, after RFC 9457.
 *
 * @param type {@code urn:mien:problem:<code>}
 * @param code stable, for programs, for example {@code dataset-not-found}
 * @param detail what was attempted, which id, what was found, what to do
 * @param instance the path asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String code, String detail, @Nullable String instance) {

  /** Code while the database is a newer version's: waiting for the orchestrator does not help. */
  public static final String SCHEMA_NEWER = "schema-newer";
}
