/** Who belongs to which part of a dataset; no person is in two. */
@NullMarked
package io.mien.ingest.split;

import org.jspecify.annotations.NullMarked;
