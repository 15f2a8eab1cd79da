/** Crops from the object store as training images in memory. */
@NullMarked
package io.mien.train.data;

import org.jspecify.annotations.NullMarked;
