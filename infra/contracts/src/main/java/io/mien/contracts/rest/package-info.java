/**
 * Representations of the REST interface under {@code /v1}, shared by the orchestrator and its
 * clients.
 */
@NullMarked
package io.mien.contracts.rest;

import org.jspecify.annotations.NullMarked;
