/** Contact sheets drawn with OpenCV. */
@NullMarked
package io.mien.ingest.pack.opencv;

import org.jspecify.annotations.NullMarked;
