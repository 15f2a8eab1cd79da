package io.mien.networks.stargan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where the wanted label enters. Planes beside the image reach the network only through the zero
 * padding at the border, because instance normalisation removes a constant; conditional
 * normalisation (a scale and shift per label and channel) tells every block.
 */
public enum LabelInjection {
  /** Planes beside the image, the paper's. */
  @JsonProperty("concat")
  CONCAT(true, Depth.NONE),
  /** Planes, and conditional normalisation in the residual blocks. */
  @JsonProperty("concat-conditional-residual")
  CONCAT_CONDITIONAL_RESIDUAL(true, Depth.RESIDUAL),
  /** Planes, and conditional normalisation everywhere. */
  @JsonProperty("concat-conditional")
  CONCAT_CONDITIONAL(true, Depth.ALL),
  /** Conditional normalisation in the residual blocks only. */
  @JsonProperty("conditional-residual")
  CONDITIONAL_RESIDUAL(false, Depth.RESIDUAL),
  /** Conditional normalisation in the residual and up-sampling blocks. */
  @JsonProperty("conditional-decoder")
  CONDITIONAL_DECODER(false, Depth.DECODER),
  /** Conditional normalisation everywhere, no planes. */
  @JsonProperty("conditional")
  CONDITIONAL(false, Depth.ALL);

  enum Depth {
    NONE,
    RESIDUAL,
    DECODER,
    ALL
  }

  private final boolean planes;
  private final Depth depth;

  LabelInjection(boolean planes, Depth depth) {
    this.planes = planes;
    this.depth = depth;
  }

  public boolean usesPlanes() {
    return planes;
  }

  public boolean conditionsEncoder() {
    return depth == Depth.ALL;
  }

  public boolean conditionsResidual() {
    return depth != Depth.NONE;
  }

  public boolean conditionsDecoder() {
    return depth == Depth.DECODER || depth == Depth.ALL;
  }
}
