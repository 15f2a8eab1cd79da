package io.mien.synth.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What others read in our pictures: the segments are taken apart here byte by byte. */
class GeneratedJpegTest {

  private static final String HEADER = "http://ns.adobe.com/xap/1.0/\0";

  @Test
  void itsFirstSegmentIsThePacketThatSaysThatItIsGenerated() {
    byte[] jpeg = encode(ImageOutput.CROP);

    String xmp = packet(jpeg);
    assertThat(xmp)
        .startsWith("<?xpacket begin=")
        .contains("digitalsourcetype/trainedAlgorithmicMedia<")
        .contains(">c0ffee<", ">5eed<", ">happy<", ">CC0-1.0<");
  }

  @Test
  void aPhotoWithAGeneratedFaceSaysThatItIsComposite() {
    assertThat(packet(encode(ImageOutput.PASTED)))
        .contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia<");
  }

  @Test
  void itsPixelsAreThePicturesButForWhatCannotBeSeen() {
    RgbImage decoded = Png.decode(encode(ImageOutput.CROP));

    assertThat(decoded.width()).isEqualTo(24);
    assertThat(decoded.height()).isEqualTo(16);
    for (int x = 1; x < 23; x++) {
      assertThat(decoded.at(x, 8, 0)).isCloseTo(10 * x, within(6));
      assertThat(decoded.at(x, 8, 2)).isCloseTo(255 - 10 * x, within(6));
    }
  }

  private static byte[] encode(ImageOutput output) {
    ObjectRef manifest = new ObjectRef(Bucket.MODELS, "c/checkpoint.json", 1, "c0ffee");
    Origin origin =
        new Origin(new PrefixRef(Bucket.MODELS, "c/", manifest), UsageTerms.licensed("CC0-1.0"));
    return ImageEncoder.of(ImageFormat.JPEG, output, origin, Marking.NONE)
        .encode(slope(), "happy", "5eed");
  }

  /** Of the APP1 segment with XMP, wherever before the picture it stands. */
  private static String packet(byte[] jpeg) {
    ByteBuffer rest = ByteBuffer.wrap(jpeg);
    assertThat(rest.getShort() & 0xFFFF).isEqualTo(0xFFD8);
    while (true) {
      int marker = rest.getShort() & 0xFFFF;
      assertThat(marker).as("a segment before the picture").isNotEqualTo(0xFFDA);
      byte[] content = new byte[(rest.getShort() & 0xFFFF) - 2];
      rest.get(content);
      if (marker == 0xFFE1 && new String(content, ISO_8859_1).startsWith(HEADER)) {
        return new String(content, HEADER.length(), content.length - HEADER.length(), UTF_8);
      }
    }
  }

  private static RgbImage slope() {
    byte[] rgb = new byte[3 * 24 * 16];
    for (int i = 0; i < 24 * 16; i++) {
      rgb[3 * i] = (byte) (10 * (i % 24));
      rgb[3 * i + 1] = (byte) 120;
      rgb[3 * i + 2] = (byte) (255 - 10 * (i % 24));
    }
    return new RgbImage(24, 16, rgb);
  }
}
