/**
 * One owner of networks per device: requests of many tasks wait in one queue, are drawn in batches
 * by one thread, and share the networks that fit into a budget of memory (ADR 0018).
 */
@NullMarked
package io.mien.synth.engine;

import org.jspecify.annotations.NullMarked;
