/** Numbers for each pixel at another resolution. */
@NullMarked
package io.mien.synth.resize;

import org.jspecify.annotations.NullMarked;
