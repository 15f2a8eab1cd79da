package io.mien.ingest.face.opencv;

import io.mien.ingest.face.UprightPicture;
import org.bytedeco.javacpp.PointerScope;

/** Decodes in full resolution and encodes without loss. Thread-safe. */
public final class OpenCvUprightPicture implements UprightPicture {

  private final PictureDecoder decoder;

  public OpenCvUprightPicture(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public byte[] png(byte[] photo) {
    try (PointerScope scope = new PointerScope()) {
      return EncodedPng.of(decoder.decodeWhole(photo).bgr());
    }
  }
}
