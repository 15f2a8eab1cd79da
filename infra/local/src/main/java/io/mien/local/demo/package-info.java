/** {@code mien demo}: the whole job on drawn faces, ending in a report to look at. */
@NullMarked
package io.mien.local.demo;

import org.jspecify.annotations.NullMarked;
