package io.mien.ingest.image;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;

/** Where the encoded bytes of a picture come from: mostly a file of its own. Thread-safe. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface PictureContent {

  /** How many bytes a reading takes in, told without reading them. */
  long size() throws IOException;

  /**
   * The picture as JPEG, PNG or WebP, or whatever else lies there.
   *
   * @throws PictureRefused when no picture can be made of it
   */
  byte[] read() throws IOException;
}
