package io.mien.synth.image.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.image.RgbImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatermarkTest {

  private static final WatermarkPayload PAYLOAD = WatermarkPayload.of(513, "c0ffee");

  private final WatermarkWriter writer = new WatermarkWriter();
  private final WatermarkReader reader = new WatermarkReader();

  @Test
  void payloadIsReadAtEverySize() {
    for (int side : new int[] {64, 100, 128, 256}) {
      RgbImage marked = writer.mark(picture(side), PAYLOAD);

      assertThat(payload(reader.read(marked))).as("%d pixels", side).contains(PAYLOAD);
      assertThat(Similarity.psnr(picture(side), marked)).isGreaterThan(44);
    }
  }

  @Test
  void payloadSurvivesJpegAndResizing() {
    RgbImage marked = writer.mark(picture(128), PAYLOAD);

    assertThat(payload(reader.read(Treatment.jpeg(marked, 75)))).contains(PAYLOAD);
    assertThat(payload(reader.read(Treatment.resized(marked, 64)))).contains(PAYLOAD);
    assertThat(payload(reader.read(Treatment.resizedAndBack(marked, 96)))).contains(PAYLOAD);
  }

  @Test
  void croppedPictureIsSearched() {
    RgbImage crop = Treatment.part(writer.mark(picture(128), PAYLOAD), 9, 4, 115);

    assertThat(reader.read(crop)).isEmpty();
    assertThat(payload(reader.search(crop))).contains(PAYLOAD);
  }

  @Test
  void unmarkedPictureHasNone() {
    assertThat(reader.search(picture(128))).isEmpty();
  }

  @Test
  void payloadsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new WatermarkPayload(65_536, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("installation 65536");
  }

  private static Optional<WatermarkPayload> payload(Optional<FoundWatermark> found) {
    return found.map(FoundWatermark::payload);
  }

  /** Waves of several lengths and colours, as strong as a photograph's. */
  private static RgbImage picture(int side) {
    byte[] rgb = new byte[3 * side * side];
    for (int i = 0; i < rgb.length; i++) {
      double x = (double) (i / 3 % side) / side;
      double y = (double) (i / (3 * side)) / side;
      double value = 128 + 60 * Math.sin(7 * x + i % 3) + 30 * Math.sin(23 * y * x + 40 * y);
      rgb[i] = (byte) value;
    }
    return new RgbImage(side, side, rgb);
  }
}
