/** One photo prepared as a checkpoint's training data was. */
@NullMarked
package io.mien.ingest.photo;

import org.jspecify.annotations.NullMarked;
