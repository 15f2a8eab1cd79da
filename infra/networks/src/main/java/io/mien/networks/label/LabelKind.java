package io.mien.networks.label;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the labels of one group relate. */
public enum LabelKind {
  /** Exactly one holds: expressions, poses. Softmax cross-entropy. */
  @JsonProperty("exclusive")
  EXCLUSIVE,
  /** Each holds or not: attributes. Sigmoid cross-entropy. */
  @JsonProperty("independent")
  INDEPENDENT
}
