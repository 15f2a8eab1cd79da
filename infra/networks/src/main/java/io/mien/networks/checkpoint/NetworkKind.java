package io.mien.networks.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a checkpoint holds. */
public enum NetworkKind {
  @JsonProperty("stargan")
  STARGAN,
  @JsonProperty("classifier")
  CLASSIFIER
}
