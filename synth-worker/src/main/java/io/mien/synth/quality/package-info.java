/** Generates images, measures them, and generates anew what is not good enough. */
@NullMarked
package io.mien.synth.quality;

import org.jspecify.annotations.NullMarked;
