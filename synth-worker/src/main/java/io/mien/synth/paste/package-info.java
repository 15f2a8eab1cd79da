/** Puts generated crops back into their photos (ADR 0019). */
@NullMarked
package io.mien.synth.paste;

import org.jspecify.annotations.NullMarked;
