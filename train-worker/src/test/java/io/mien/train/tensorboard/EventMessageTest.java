package io.mien.train.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.event.Measure;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that TensorBoard 2.21's own reader took. */
class EventMessageTest {

  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000L, 500_000_000);

  @TempDir Path folder;

  @Test
  void scalarsAreASummaryOfTaggedFloats() {
    byte[] event = EventMessage.scalars(AT, 7, List.of(new Measure(7, "critic/total", 1.5)));

    assertThat(HexFormat.of().formatHex(event))
        .isEqualTo(
            "09"
                + "00002040fc54d941" // wall time 1700000000.5
                + "1007" // step 7
                + "2a15" // summary
                + "0a13" // value
                + "0a0c6372697469632f746f74616c" // tag critic/total
                + "150000c03f"); // 1.5
  }

  @Test
  void imagesCarryTheirSize() {
    RgbImage image = new RgbImage(3, 2, new byte[18]);
    byte[] png = Png.encode(image);

    String hex = HexFormat.of().formatHex(EventMessage.image(AT, 300, "samples", image, png));

    assertThat(hex)
        .contains("10ac02") // step 300
        .contains("0a0773616d706c6573") // tag
        .contains("080210031803" + "22") // two rows, three columns, RGB, then the bytes
        .endsWith(HexFormat.of().formatHex(png));
  }

  @Test
  void recordsAreFramedWithMaskedChecksums() throws Exception {
    Path file = folder.resolve("events");

    try (RecordFile records = new RecordFile(file)) {
      records.append(new byte[0]);
    }

    // CRC-32C of eight zero bytes is 8c28b28a, of nothing 0: masked after TensorFlow's crc32c.h
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
        .isEqualTo("0000000000000000" + "29039807" + "d8ea82a2");
  }
}
