package io.mien.synth.image;

import io.mien.networks.image.RgbImage;
import io.mien.synth.image.c2pa.ContentCredentials;
import io.mien.synth.image.watermark.WatermarkPayload;
import io.mien.synth.image.watermark.WatermarkWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks beyond the texts that every generated image carries: a watermark in the pixels before they
 * are encoded, a signature over the file afterwards. Thread-safe.
 *
 * @param installation that watermarks name; null for none
 * @param credentials that sign; null for none
 */
public record Marking(@Nullable Integer installation, @Nullable ContentCredentials credentials) {

  /** Texts only. */
  public static final Marking NONE = new Marking(null, null);

  private static final WatermarkWriter WATERMARK = new WatermarkWriter();

  /** Whether pixels will be changed by {@link #watermarked}. */
  boolean watermarks() {
    return installation != null;
  }

  /** The image with its watermark, or as it is. */
  RgbImage watermarked(RgbImage image, String checkpointSha256) {
    return installation == null
        ? image
        : WATERMARK.mark(image, WatermarkPayload.of(installation, checkpointSha256));
  }

  /** The same without a watermark. */
  Marking withoutWatermark() {
    return new Marking(null, credentials);
  }

  /** The PNG signed, or as it is. */
  byte[] signedPng(byte[] png, Map<String, String> texts) {
    return credentials == null ? png : credentials.inPng(png, texts);
  }

  /** The JPEG signed, or as it is. */
  byte[] signedJpeg(byte[] jpeg, Map<String, String> texts) {
    return credentials == null ? jpeg : credentials.inJpeg(jpeg, texts);
  }
}
