package io.mien.synth.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.synth.image.c2pa.ContentCredentials;
import io.mien.synth.image.c2pa.PemFiles;
import io.mien.synth.image.c2pa.TestIdentity;
import io.mien.synth.image.watermark.FoundWatermark;
import io.mien.synth.image.watermark.WatermarkPayload;
import io.mien.synth.image.watermark.WatermarkReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All marks at once. */
class MarkingIT {

  private static final int SIDE = 128;

  @TempDir Path folder;

  @Test
  void signedImageHasItsWatermarkAndItsTexts() throws Exception {
    TestIdentity identity = TestIdentity.make(folder, "k", "-keyalg", "Ed25519");
    ContentCredentials credentials =
        new ContentCredentials(
            PemFiles.read(identity.certificates(), identity.key(), Instant.now()),
            "1.2",
            UUID::randomUUID);
    GeneratedPng png = new GeneratedPng(origin(), new Marking(513, credentials));

    byte[] bytes = png.encode(grey(), "happy", "5eed");

    assertThat(new WatermarkReader().read(Png.decode(bytes)))
        .map(FoundWatermark::payload)
        .contains(new WatermarkPayload(513, 0xC0FF));
    assertThat(text(bytes)).contains("caBX", "watermark\0stdm-1", "trainedAlgorithmicMedia");
    assertThat(ImageCheck.report("a.png", bytes, new WatermarkReader()))
        .contains(
            "a.png\n",
            "XMP DigitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\n",
            "XMP source: 5eed\n",
            "C2PA manifest: there",
            "watermark: installation 513, checkpoint c0ff…, agreement 1.00\n");
  }

  @Test
  void sheetIsACompositeWithoutWatermark() {
    byte[] bytes = new GeneratedPng(origin(), new Marking(513, null)).encodeSheet(grey());

    assertThat(new WatermarkReader().read(Png.decode(bytes))).isEmpty();
    assertThat(text(bytes))
        .contains("compositeWithTrainedAlgorithmicMedia")
        .doesNotContain("watermark");
  }

  private static Origin origin() {
    ObjectRef manifest = new ObjectRef(Bucket.MODELS, "c/checkpoint.json", 1, "c0ffee");
    return new Origin(new PrefixRef(Bucket.MODELS, "c/", manifest), UsageTerms.UNKNOWN);
  }

  private static RgbImage grey() {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    Arrays.fill(rgb, (byte) 128);
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static String text(byte[] png) {
    return new String(png, StandardCharsets.ISO_8859_1);
  }
}
