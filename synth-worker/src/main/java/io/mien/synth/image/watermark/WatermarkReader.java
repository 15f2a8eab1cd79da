package io.mien.synth.image.watermark;

import io.mien.networks.image.RgbImage;
import java.util.Optional;

/** Finds watermarks, also in pictures that were resized or of which a margin was cut off. */
public final class WatermarkReader {

  /** The smallest part of a side that is looked for after a crop: 85 %. */
  private static final int SMALLEST_SIDE = 109;

  /**
   * Noise reaches 0.6 at whole pictures and, the fewer blocks are left, the more; the checksum does
   * the rest.
   */
  private static final double LEAST_AGREEMENT = 0.65;

  /** Mean of what is received, without signs: 0.64 for noise, nearly always less than this. */
  private static final double LEAST_CLARITY = 0.7;

  private final WatermarkGrid grid = new WatermarkGrid();

  /** The watermark of a picture that shows all of what was marked, at whatever size. */
  public Optional<FoundWatermark> read(RgbImage image) {
    return decode(received(Plane.brightness(image, WatermarkGrid.SIDE), 0, 0));
  }

  /**
   * The watermark of a picture that may show only a part. Tries every place of up to 15 % fewer
   * pixels each way: a fraction of a second.
   */
  public Optional<FoundWatermark> search(RgbImage image) {
    Optional<FoundWatermark> best = read(image);
    for (int side = WatermarkGrid.SIDE - 1; best.isEmpty() && side >= SMALLEST_SIDE; side--) {
      best = search(Plane.brightness(image, side));
    }
    return best;
  }

  private Optional<FoundWatermark> search(Plane plane) {
    int room = WatermarkGrid.SIDE - plane.side();
    for (int left = 0; left <= room; left++) {
      for (int top = 0; top <= room; top++) {
        double[] received = received(plane, left, top);
        if (clarity(received) >= LEAST_CLARITY) {
          Optional<FoundWatermark> found = decode(received);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FoundWatermark> decode(double[] received) {
    long message = ConvolutionalCode.decode(received);
    double agreement = agreement(received, message);
    return WatermarkPayload.of(message)
        .filter(payload -> agreement >= LEAST_AGREEMENT)
        .map(payload -> new FoundWatermark(payload, agreement));
  }

  /**
   * Of every coded bit how near its block is to one, 1, or to zero, -1; 0 where it is not seen.
   *
   * @param left where the plane's corner lies in the square that was marked
   * @param top likewise
   */
  double[] received(Plane plane, int left, int top) {
    double[] received = new double[ConvolutionalCode.LENGTH];
    for (int bit = 0; bit < received.length; bit++) {
      int block = WatermarkGrid.block(bit);
      int x = WatermarkGrid.left(block) - left;
      int y = WatermarkGrid.top(block) - top;
      int last = plane.side() - WatermarkGrid.BLOCK;
      if (x >= 0 && y >= 0 && x <= last && y <= last) {
        double steps = (grid.share(plane, block, x, y) - grid.offset(block)) / WatermarkGrid.STEP;
        received[bit] = -Math.cos(2 * Math.PI * steps);
      }
    }
    return received;
  }

  private static double clarity(double[] received) {
    double sum = 0;
    int seen = 0;
    for (double each : received) {
      sum += Math.abs(each);
      seen += each == 0 ? 0 : 1;
    }
    return sum / seen;
  }

  private static double agreement(double[] received, long message) {
    int[] coded = ConvolutionalCode.encode(message);
    double same = 0;
    double all = 0;
    for (int i = 0; i < coded.length; i++) {
      same += coded[i] * received[i];
      all += Math.abs(received[i]);
    }
    return same / all;
  }
}
