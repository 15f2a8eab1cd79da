package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a file of weights is said to hold. */
public enum ImportedNetwork {
  /** StarGAN's generator. */
  GENERATOR,
  /** A ResNet in torchvision's layout. */
  CLASSIFIER;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
