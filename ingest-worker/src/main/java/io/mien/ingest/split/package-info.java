/** Who belongs to which part of a dataset; no person is in two, unless that was asked for. */
@NullMarked
package io.mien.ingest.split;

import org.jspecify.annotations.NullMarked;
