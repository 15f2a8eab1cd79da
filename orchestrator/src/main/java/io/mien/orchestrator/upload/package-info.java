/** Archives that clients send in parts, straight to the object store. */
@NullMarked
package io.mien.orchestrator.upload;

import org.jspecify.annotations.NullMarked;
