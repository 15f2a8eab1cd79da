/**
 * What the description of the REST interface says beyond the annotations of its resources: which
 * fields are always there, how errors look, how a client signs in.
 */
@NullMarked
package io.mien.orchestrator.rest.description;

import org.jspecify.annotations.NullMarked;
