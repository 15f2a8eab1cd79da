package io.mien.contracts.rest;

/** What an uploaded file of weights may be at most, for the server and clients that ask first. */
public final class CheckpointLimits {

  /** 256 MiB: a StarGAN generator has about 34 MB, its critic 180, a ResNet-50 98. */
  public static final long MOST_BYTES = 256L << 20;

  private CheckpointLimits() {}
}
