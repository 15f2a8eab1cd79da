package io.mien.networks.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a checkpoint holds. */
public enum NetworkKind {
  @JsonProperty("stargan")
  STARGAN,
  @JsonProperty("classifier")
  CLASSIFIER,
  /** A DCGAN that draws faces from noise, whatever its objective was. */
  @JsonProperty("face-gan")
  FACE_GAN
}
