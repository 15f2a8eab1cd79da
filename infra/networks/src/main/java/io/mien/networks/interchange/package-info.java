/** Checkpoints of other programs in, and ours out: PyTorch, safetensors, ONNX. */
@NullMarked
package io.mien.networks.interchange;

import org.jspecify.annotations.NullMarked;
