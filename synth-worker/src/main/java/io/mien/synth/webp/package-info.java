/** Writes lossless WebP (RFC 9649) in plain Java (ADR 0019). */
@NullMarked
package io.mien.synth.webp;

import org.jspecify.annotations.NullMarked;
