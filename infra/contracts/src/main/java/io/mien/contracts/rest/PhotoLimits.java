package io.mien.contracts.rest;

/** What a photo sent to synthesis may be at most, for the server and for clients that ask first. */
public final class PhotoLimits {

  /** 20 MiB. */
  public static final long MOST_BYTES = 20L << 20;

  /** Width times height. */
  public static final long MOST_PIXELS = 40_000_000;

  private PhotoLimits() {}
}
