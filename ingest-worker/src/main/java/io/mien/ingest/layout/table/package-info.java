/** Layouts whose labels stand in tables, and the reading of such tables. */
@NullMarked
package io.mien.ingest.layout.table;

import org.jspecify.annotations.NullMarked;
