/**
 * An invisible watermark: a payload that stays in the pixels when a picture loses its metadata.
 * Spread-transform dither modulation (Chen and Wornell, Quantization index modulation: a class of
 * provably good methods for digital watermarking and information embedding, IEEE Transactions on
 * Information Theory 47(4), 2001) on the low frequencies of 8 x 8 blocks, with a convolutional
 * code. There is no secret: everyone can read the mark, and whoever wants to can remove or forge
 * it.
 */
@NullMarked
package io.mien.synth.image.watermark;

import org.jspecify.annotations.NullMarked;
