package io.mien.networks.stargan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the decoder doubles the size. */
public enum Upsampling {
  /** Transposed convolution 4x4, stride 2, the paper's. */
  @JsonProperty("transposed")
  TRANSPOSED,
  /** Nearest neighbour, then convolution 3x3: no checkerboard (Odena et al. 2016). */
  @JsonProperty("resize")
  RESIZE
}
