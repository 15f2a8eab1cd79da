package io.mien.synth.engine;

/**
 * What the images of a batch have in common; a checkpoint has one size of images.
 *
 * @param group of labels; empty for faces of nobody
 */
record BatchKey(Checkpoint checkpoint, String group) {}
