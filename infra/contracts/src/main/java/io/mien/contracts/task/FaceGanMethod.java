package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The published methods of training a face generator; each is a base specification. */
public enum FaceGanMethod {
  DCGAN,
  WGAN,
  WGAN_GP,
  /** DCGAN's game with lazy R1 regularisation. */
  R1;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
