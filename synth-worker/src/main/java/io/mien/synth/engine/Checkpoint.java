package io.mien.synth.engine;

import java.nio.file.Path;

/**
 * A checkpoint on this machine.
 *
 * @param sha256 of its manifest, which lists the digests of all other files: the same digest is the
 *     same network, wherever it was stored
 */
record Checkpoint(String sha256, Path folder) {}
