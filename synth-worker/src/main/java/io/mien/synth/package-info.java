/** Faces out: generates expression sets of prepared crops, for a whole dataset or for one photo. */
@NullMarked
package io.mien.synth;

import org.jspecify.annotations.NullMarked;
