package io.mien.networks.resnet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** First layers of the classifier. */
public enum Stem {
  /** 7x7 stride 2, then max-pool 3x3 stride 2: torchvision's. */
  @JsonProperty("imagenet")
  IMAGENET(7, 2, true),
  /** 7x7 stride 2, no pooling: twice the resolution. */
  @JsonProperty("strided")
  STRIDED(7, 2, false),
  /** 3x3 stride 1, no pooling: for images up to 64 pixels. */
  @JsonProperty("small")
  SMALL(3, 1, false);

  private final int kernel;
  private final int stride;
  private final boolean pool;

  Stem(int kernel, int stride, boolean pool) {
    this.kernel = kernel;
    this.stride = stride;
    this.pool = pool;
  }

  int kernel() {
    return kernel;
  }

  public int stride() {
    return stride;
  }

  public boolean pool() {
    return pool;
  }

  /** Sides of the image over sides of what the first stage gets. */
  int reduction() {
    return stride * (pool ? 2 : 1);
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
