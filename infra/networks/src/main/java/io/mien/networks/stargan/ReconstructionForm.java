package io.mien.networks.stargan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a critic of reconstructions is shown: real images x against cycled ones G(G(x, t), s). */
public enum ReconstructionForm {
  /** The image alone, as in CDGAN (arXiv 2001.05489): does it look like a face of the dataset? */
  @JsonProperty("image")
  IMAGE(3),
  /** The image beside x, six channels: is it this very face? A learned distance to x. */
  @JsonProperty("pair")
  PAIR(6);

  private final int channels;

  ReconstructionForm(int channels) {
    this.channels = channels;
  }

  int channels() {
    return channels;
  }
}
