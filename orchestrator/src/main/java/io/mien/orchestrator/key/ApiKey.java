package io.mien.orchestrator.key;

import java.util.UUID;

/** Who is asking. The key itself is not kept, only its hash. */
public record ApiKey(UUID apiKeyId, String name, Role role) {}
