/**
 * What is learned: networks, losses, optimisers, trainers and checkpoints on DJL's PyTorch engine.
 */
@NullMarked
package io.mien.networks;

import org.jspecify.annotations.NullMarked;
