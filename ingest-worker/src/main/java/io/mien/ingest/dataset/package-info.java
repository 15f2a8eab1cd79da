/** The ingest of a whole dataset, step by step. */
@NullMarked
package io.mien.ingest.dataset;

import org.jspecify.annotations.NullMarked;
