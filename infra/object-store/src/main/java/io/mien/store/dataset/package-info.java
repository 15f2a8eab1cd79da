/**
 * Prepared datasets in the object store: tar shards in the WebDataset convention, written by
 * ingest, read by everyone else.
 */
@NullMarked
package io.mien.store.dataset;

import org.jspecify.annotations.NullMarked;
