/** The one JSON dialect of messages and manifests. */
@NullMarked
package io.mien.store.json;

import org.jspecify.annotations.NullMarked;
