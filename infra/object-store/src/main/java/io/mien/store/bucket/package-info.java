/** Buckets by their whole names: datasets lie in them that others put there. */
@NullMarked
package io.mien.store.bucket;

import org.jspecify.annotations.NullMarked;
