/** Layouts whose files' names tell everything. */
@NullMarked
package io.mien.ingest.layout.name;

import org.jspecify.annotations.NullMarked;
