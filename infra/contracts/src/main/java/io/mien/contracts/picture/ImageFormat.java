package io.mien.contracts.picture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How generated pictures are written; each says in its metadata that it is generated. */
public enum ImageFormat {
  /** Without loss, and what everything that measures pictures reads. */
  PNG("png", "image/png"),
  /** For looking at: small, with loss. */
  JPEG("jpg", "image/jpeg"),
  /** Without loss, and smaller than PNG. */
  WEBP("webp", "image/webp");

  private final String ending;
  private final String mediaType;

  ImageFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a file's name, without the dot. */
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }
}
