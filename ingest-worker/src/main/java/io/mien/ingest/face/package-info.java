/** From the bytes of a photo to the crop of its face. */
@NullMarked
package io.mien.ingest.face;

import org.jspecify.annotations.NullMarked;
