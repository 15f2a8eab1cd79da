package io.mien.networks.optimizer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Course of the learning rate after the warm-up. */
public enum ScheduleKind {
  @JsonProperty("constant")
  CONSTANT,
  /** Flat, then straight to 0: the paper's. */
  @JsonProperty("linear")
  LINEAR,
  /** Flat, then half a cosine to 0. */
  @JsonProperty("cosine")
  COSINE
}
