package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;
import java.util.Map;

/**
 * Tells what a file is by its first bytes, whatever its name, and whether all of it is there.
 * Decoders are never asked about anything else: old and dangerous ones are compiled into OpenCV.
 */
public final class HeaderProbe {

  private static final Map<String, String> UNSUPPORTED =
      Map.of(
          "GIF8", "a GIF",
          "BM", "a BMP",
          "II*\0", "a TIFF",
          "MM\0*", "a TIFF",
          "\0\0\0\fjP  ", "a JPEG 2000",
          "v/1\u0001", "an OpenEXR");

  private HeaderProbe() {}

  /**
   * @throws PictureRefused when the file is not a whole JPEG, PNG or still WebP
   */
  public static ImageHeader probe(byte[] content) {
    Bytes file = new Bytes(content);
    if (file.length() == 0) {
      throw new PictureRefused(Rejection.Code.EMPTY_FILE, "the file has 0 bytes");
    }
    if (file.has(0, "\u00FF\u00D8\u00FF")) {
      return JpegHeader.read(file);
    }
    if (file.has(0, "\u0089PNG\r\n\u001A\n")) {
      return PngHeader.read(file);
    }
    if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
      return WebpHeader.read(file);
    }
    throw refuse(file);
  }

  private static PictureRefused refuse(Bytes file) {
    for (Map.Entry<String, String> format : UNSUPPORTED.entrySet()) {
      if (file.has(0, format.getKey())) {
        return unsupported(format.getValue());
      }
    }
    if (file.has(4, "ftyp")) {
      return unsupported("a HEIC, AVIF or video");
    }
    return new PictureRefused(
        Rejection.Code.NOT_AN_IMAGE, "the first bytes are those of no picture");
  }

  private static PictureRefused unsupported(String what) {
    return new PictureRefused(
        Rejection.Code.UNSUPPORTED_FORMAT, what + "; give JPEG, PNG or still WebP");
  }
}
