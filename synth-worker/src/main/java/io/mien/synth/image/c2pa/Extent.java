package io.mien.synth.image.c2pa;

/**
 * Bytes of a file.
 *
 * @param start of the first, from 0
 * @param length their number
 */
record Extent(int start, int length) {}
