package io.mien.orchestrator.queue;

import java.util.UUID;

/**
 * What a client has of a kind of slots, and may still have.
 *
 * @param client id of its API key
 * @param weight its share beside those of other clients
 * @param active its tasks of this kind that are offered or run
 * @param allowed how many more its quotas allow now
 */
record ClientLoad(UUID client, int weight, int active, int allowed) {}
