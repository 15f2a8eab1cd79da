/**
 * Learns: trains StarGAN and the ResNet classifier on prepared datasets and publishes checkpoints.
 */
@NullMarked
package io.mien.train;

import org.jspecify.annotations.NullMarked;
