package io.mien.contracts.dataset;

/**
 * A detected face in the source picture, in pixels from its top left corner after EXIF orientation;
 * roll in degrees, clockwise.
 */
public record FaceBox(double x, double y, double width, double height, double rollDegrees) {}
