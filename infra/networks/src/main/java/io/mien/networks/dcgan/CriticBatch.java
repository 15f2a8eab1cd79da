package io.mien.networks.dcgan;

import ai.djl.ndarray.NDArray;

/**
 * Input of one critic step.
 *
 * @param images real ones, (N, 3, S, S) in [-1, 1]
 * @param noise (N, latent, 1, 1), standard normal
 * @param alpha (N, 1, 1, 1), the share of the real image where a penalty looks between
 */
public record CriticBatch(NDArray images, NDArray noise, NDArray alpha) {}
