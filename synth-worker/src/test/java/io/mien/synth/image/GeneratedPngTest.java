package io.mien.synth.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What others read in our pictures: the chunks are taken apart here byte by byte. */
class GeneratedPngTest {

  private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String KEYWORD = "XML:com.adobe.xmp";

  @Test
  void pictureSaysInXmpThatItIsGenerated() throws Exception {
    ObjectRef manifest = new ObjectRef(Bucket.MODELS, "c/checkpoint.json", 1, "c0ffee");
    Origin origin =
        new Origin(
            new PrefixRef(Bucket.MODELS, "c/", manifest), UsageTerms.licensed("CC <& BY 4.0>"));
    RgbImage image = RgbImage.of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));

    Document xmp = xmp(new GeneratedPng(origin).encode(image, "happy", "5eed"));

    assertThat(text(xmp, IPTC, "DigitalSourceType"))
        .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
    assertThat(text(xmp, "http://ns.adobe.com/xap/1.0/", "CreatorTool")).isEqualTo("Mien");
    assertThat(text(xmp, "urn:mien:xmp:1:", "checkpoint")).isEqualTo("c0ffee");
    assertThat(text(xmp, "urn:mien:xmp:1:", "source")).isEqualTo("5eed");
    assertThat(text(xmp, "urn:mien:xmp:1:", "licence")).isEqualTo("CC <& BY 4.0>");
  }

  private static String text(Document xml, String namespace, String name) {
    return xml.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
  }

  /** The packet of the only iTXt chunk with XMP: uncompressed, without language. */
  private static Document xmp(byte[] png) throws Exception {
    List<byte[]> packets = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(png).position(8);
    while (rest.hasRemaining()) {
      byte[] data = new byte[rest.getInt()];
      byte[] type = new byte[4];
      rest.get(type).get(data).getInt();
      String head = new String(data, ISO_8859_1);
      if (new String(type, ISO_8859_1).equals("iTXt") && head.startsWith(KEYWORD + "\0")) {
        byte[] before = (KEYWORD + "\0\0\0\0\0").getBytes(ISO_8859_1);
        assertThat(data).startsWith(before);
        packets.add(Arrays.copyOfRange(data, before.length, data.length));
      }
    }
    assertThat(packets).hasSize(1);
    assertThat(new String(packets.get(0), UTF_8)).startsWith("<?xpacket begin=\"\uFEFF\"");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(packets.get(0)));
  }
}
