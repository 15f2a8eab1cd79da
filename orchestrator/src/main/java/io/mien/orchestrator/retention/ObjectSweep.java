package io.mien.orchestrator.retention;

import io.mien.contracts.object.Bucket;
import java.time.Instant;

/**
 * A row of {@code object_sweep}: how far the search through a part of a bucket has come.
 *
 * @param root with which the keys begin
 * @param afterKey the last key that was looked at; empty at the start
 * @param at when it was claimed
 */
record ObjectSweep(Bucket bucket, String root, String afterKey, Instant at) {}
