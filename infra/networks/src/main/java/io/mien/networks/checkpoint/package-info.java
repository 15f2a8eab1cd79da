/** Weights and training states on disk: safetensors, checkpoint.json, verification. */
@NullMarked
package io.mien.networks.checkpoint;

import org.jspecify.annotations.NullMarked;
