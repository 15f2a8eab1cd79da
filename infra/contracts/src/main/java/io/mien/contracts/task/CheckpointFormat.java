package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Files that other programs read. */
public enum CheckpointFormat {
  SAFETENSORS("safetensors"),
  /** A state_dict for {@code torch.load(weights_only=True)}. */
  PYTORCH("pth"),
  /** The network as a program, for ONNX Runtime and others. */
  ONNX("onnx");

  private final String extension;

  CheckpointFormat(String extension) {
    this.extension = extension;
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How names of such files end, without the dot. */
  public String extension() {
    return extension;
  }
}
