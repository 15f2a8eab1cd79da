package io.mien.orchestrator.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that could change something, before it is written down.
 *
 * @param keyId the API key that was used
 * @param action method and template of the path
 * @param path as it was called
 * @param subject what the path names by id
 * @param made the id of what the call made
 * @param status of the answer
 * @param details what was asked for, see {@link CallDetails}
 */
public record AuditEntry(
    @Nullable UUID keyId,
    String action,
    String path,
    @Nullable String subject,
    @Nullable String made,
    int status,
    @Nullable String details) {}
