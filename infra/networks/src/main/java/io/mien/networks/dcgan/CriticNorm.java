package io.mien.networks.dcgan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows the critic's inner convolutions. */
public enum CriticNorm {
  /** Batch normalisation, DCGAN's. Real and generated images pass separately. */
  @JsonProperty("batch")
  BATCH,
  /** A bias only: needed where the loss speaks of single images, as gradient penalties do. */
  @JsonProperty("none")
  NONE
}
