/** Layouts of sequences of frames, of which some are chosen. */
@NullMarked
package io.mien.ingest.layout.sequence;

import org.jspecify.annotations.NullMarked;
