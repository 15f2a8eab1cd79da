package io.mien.networks.interchange;

/** Files of weights that other programs read. */
public enum ExportFormat {
  /** Safetensors. */
  SAFETENSORS,
  /** For {@code torch.load(weights_only=True)}. */
  PYTORCH
}
