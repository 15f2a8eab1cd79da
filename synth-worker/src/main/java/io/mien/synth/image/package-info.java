/** Generated images as files: marked as generated, with where they come from. */
@NullMarked
package io.mien.synth.image;

import org.jspecify.annotations.NullMarked;
