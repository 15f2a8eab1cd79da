package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The scale on which a classifier was trained to see pixels. */
public enum InputPixels {
  /** From -1 to 1. */
  SYMMETRIC,
  /** Less the mean and over the deviation of ImageNet's channels, as torchvision's weights. */
  IMAGENET;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
