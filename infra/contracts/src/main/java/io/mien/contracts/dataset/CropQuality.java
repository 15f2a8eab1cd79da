package io.mien.contracts.dataset;

/**
 * Measures of a crop.
 *
 * @param sharpness variance of the Laplacian of the grey crop (values 0 to 255)
 * @param brightness mean of the grey crop, 0 to 255
 * @param faceShare side of the face box as a share of the shorter side of the source picture
 */
public record CropQuality(double sharpness, double brightness, double faceShare) {}
