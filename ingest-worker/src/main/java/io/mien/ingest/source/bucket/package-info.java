/** Datasets in the object store: everything under a prefix, or an archive that lies there. */
@NullMarked
package io.mien.ingest.source.bucket;

import org.jspecify.annotations.NullMarked;
