package io.mien.drawn;

/**
 * A point of the head, before it is turned about the axis between the ears.
 *
 * @param x to the right of the picture, from the middle of the face
 * @param z towards the nose, from the ears
 */
record Vertex(double x, double z) {

  Vertex between(Vertex next, double share) {
    return new Vertex(x + (next.x - x) * share, z + (next.z - z) * share);
  }
}
