package io.mien.networks.interchange;

/** Files that other programs read. */
public enum ExportFormat {
  /** Weights as safetensors. */
  SAFETENSORS,
  /** Weights for {@code torch.load(weights_only=True)}. */
  PYTORCH,
  /** The generator as a program, for ONNX Runtime and others. */
  ONNX
}
