package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that could change something.
 *
 * @param keyId the API key that was used
 * @param keyName what the key was called then
 * @param action method and template, such as {@code POST /v1/runs/{id}/cancel}
 * @param path as it was called, without its query
 * @param subject what the path names by id
 * @param made the id of what the call made
 * @param status of the answer
 * @param details what was asked for, in short: JSON without secrets, cut where it is long; absent
 *     where nothing was said, or the call was refused before it was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditView(
    UUID auditId,
    Instant at,
    @Nullable UUID keyId,
    @Nullable String keyName,
    String action,
    String path,
    @Nullable String subject,
    @Nullable String made,
    int status,
    @Nullable String details) {}
