/**
 * Convolutions by fewer multiplications (Lavin and Gray 2016), for inference on processors. Feature
 * maps lie channels last, (N, H, W, C), in buffers that are used again from call to call.
 */
@NullMarked
package io.mien.networks.winograd;

import org.jspecify.annotations.NullMarked;
