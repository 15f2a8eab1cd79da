package io.mien.synth.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others read in our pictures: the chunks are taken apart here byte by byte. */
class GeneratedWebpTest {

  @ParameterizedTest
  @CsvSource({"CROP, trainedAlgorithmicMedia", "PASTED, compositeWithTrainedAlgorithmicMedia"})
  void itsPacketSaysThatItIsGeneratedAndFromWhat(ImageOutput output, String sourceType) {
    assertThat(packet(encode(output)))
        .startsWith("<?xpacket begin=")
        .contains(
            "DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/" + sourceType + "<")
        .contains(">c0ffee<", ">5eed<", ">happy<", ">CC0-1.0<");
  }

  private static byte[] encode(ImageOutput output) {
    ObjectRef manifest = new ObjectRef(Bucket.MODELS, "c/checkpoint.json", 1, "c0ffee");
    Origin origin =
        new Origin(new PrefixRef(Bucket.MODELS, "c/", manifest), UsageTerms.licensed("CC0-1.0"));
    return ImageEncoder.of(ImageFormat.WEBP, output, origin, Marking.NONE)
        .encode(new RgbImage(3, 2, new byte[18]), "happy", "5eed");
  }

  /** Of the chunk with XMP, behind the header of the file. */
  private static String packet(byte[] webp) {
    ByteBuffer rest = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).position(12);
    while (true) {
      assertThat(rest.remaining()).as("room for a chunk").isGreaterThanOrEqualTo(8);
      byte[] name = new byte[4];
      rest.get(name);
      byte[] content = new byte[rest.getInt()];
      rest.get(content);
      if (new String(name, US_ASCII).equals("XMP ")) {
        return new String(content, UTF_8);
      }
      rest.position(rest.position() + content.length % 2);
    }
  }
}
