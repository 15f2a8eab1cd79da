package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.HeaderProbe;
import io.mien.ingest.image.ImageFormat;
import io.mien.ingest.image.ImageHeader;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.image.PictureRefused;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes what its header says can be decoded: upright by EXIF, 8 bits of blue, green and red,
 * transparent pixels on white. Thread-safe.
 */
public final class PictureDecoder {

  /**
   * JPEGs are decoded at a half, a quarter or an eighth as long as their longest side stays above
   * this.
   */
  private static final int ENOUGH_PIXELS = 1600;

  private final ImageLimits limits;

  public PictureDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /**
   * A decoded picture; it lives as long as the PointerScope around the call.
   *
   * @param reduction pixels of the photo for each pixel here
   */
  public record Decoded(Mat bgr, int reduction) {}

  /**
   * Reads and decodes; what is too large is not even read.
   *
   * @throws PictureRefused as {@link #decode(byte[])} does
   */
  public Decoded decode(PictureContent picture) throws IOException {
    limits.checkSize(picture.size());
    return decode(picture.read());
  }

  /**
   * @throws PictureRefused when the file is none that we read, or broken
   */
  public Decoded decode(byte[] photo) {
    ImageHeader header = checked(photo);
    return decode(photo, header, reduction(header));
  }

  /**
   * In the photo's own resolution, however large.
   *
   * @throws PictureRefused as {@link #decode(byte[])} does
   */
  public Decoded decodeWhole(byte[] photo) {
    return decode(photo, checked(photo), 1);
  }

  private ImageHeader checked(byte[] photo) {
    limits.checkSize(photo.length);
    ImageHeader header = HeaderProbe.probe(photo);
    limits.check(header);
    return header;
  }

  private static Decoded decode(byte[] photo, ImageHeader header, int reduction) {
    Mat decoded = decode(photo, flags(header, reduction));
    if (decoded.empty()) {
      throw new PictureRefused(
          Rejection.Code.UNREADABLE,
          "the %s of %dx%d cannot be decoded"
              .formatted(header.format(), header.width(), header.height()));
    }
    return new Decoded(OpaquePixels.of(decoded), reduction);
  }

  private static Mat decode(byte[] photo, int flags) {
    try {
      return imdecode(new Mat(1, photo.length, CV_8UC1, new BytePointer(photo)), flags);
    } catch (RuntimeException e) {
      throw new PictureRefused(Rejection.Code.UNREADABLE, "the decoder says: " + e.getMessage());
    }
  }

  private static int reduction(ImageHeader header) {
    int reduction = 1;
    if (header.format() == ImageFormat.JPEG) {
      while (reduction < 8 && header.longestSide() / (reduction * 2) >= ENOUGH_PIXELS) {
        reduction *= 2;
      }
    }
    return reduction;
  }

  private static int flags(ImageHeader header, int reduction) {
    if (header.transparency() == ImageHeader.Transparency.ALPHA) {
      return IMREAD_UNCHANGED;
    }
    return switch (reduction) {
      case 8 -> IMREAD_REDUCED_COLOR_8;
      case 4 -> IMREAD_REDUCED_COLOR_4;
      case 2 -> IMREAD_REDUCED_COLOR_2;
      default -> IMREAD_COLOR;
    };
  }
}
