package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/keys}, and of {@code PATCH}, where absent fields stay as they are.
 *
 * @param name of the client, for people
 * @param role {@code viewer}, {@code submitter}, {@code operator} or {@code admin}
 * @param weight share of the slots beside other clients, 1 to 1000; 1 when absent
 * @param mostRunning tasks that may be offered or run at once; no limit when absent, and after -1
 * @param startsPerMinute tasks that may begin within a minute; no limit when absent, and after -1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRequest(
    @Nullable String name,
    @Nullable String role,
    @Nullable Integer weight,
    @Nullable Integer mostRunning,
    @Nullable Integer startsPerMinute) {}
