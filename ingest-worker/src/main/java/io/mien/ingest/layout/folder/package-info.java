/** Layouts whose folders name the expressions. */
@NullMarked
package io.mien.ingest.layout.folder;

import org.jspecify.annotations.NullMarked;
