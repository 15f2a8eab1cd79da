package io.mien.networks.stargan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whose slope the gradient penalty holds at 1. The losses use the mean over patches, the paper's
 * penalty their sum: with many patches the critic may only be that much flatter in the losses, and
 * its say against the other losses shrinks.
 */
public enum PenaltySlope {
  /** The sum over patches, the paper's. */
  @JsonProperty("sum")
  SUM,
  /** The mean over patches. */
  @JsonProperty("mean")
  MEAN
}
