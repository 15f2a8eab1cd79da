package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;

/**
 * For each image of a batch, a real picture of the same person with the target label.
 *
 * @param images (N, 3, S, S) in [-1, 1]; anything where there is no such picture
 * @param known (N, 1, 1, 1), 1 where there is one, else 0
 */
public record Counterpart(NDArray images, NDArray known) {}
