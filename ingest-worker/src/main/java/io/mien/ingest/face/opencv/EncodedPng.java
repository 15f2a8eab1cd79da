package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture as PNG. */
final class EncodedPng {

  private EncodedPng() {}

  static byte[] of(Mat picture) {
    BytePointer encoded = new BytePointer();
    if (!imencode(".png", picture, encoded)) {
      throw new IllegalStateException(
          "OpenCV cannot encode a PNG of %d x %d pixels."
              .formatted(picture.cols(), picture.rows()));
    }
    byte[] png = new byte[(int) encoded.limit()];
    encoded.get(png);
    return png;
  }
}
