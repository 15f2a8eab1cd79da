/** Crops and rejections packed as a prepared dataset. */
@NullMarked
package io.mien.ingest.pack;

import org.jspecify.annotations.NullMarked;
