/** Typed access to the REST interface under {@code /v1}. */
@NullMarked
package io.mien.cli.client;

import org.jspecify.annotations.NullMarked;
