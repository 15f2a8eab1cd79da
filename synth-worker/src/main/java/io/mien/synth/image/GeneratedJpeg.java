package io.mien.synth.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mien.networks.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A generated picture as a JPEG that says so: the XMP packet that a PNG has, in an APP1 segment
 * (XMP specification, part 3, JPEG). Colour has the resolution of brightness, so that lips and eyes
 * keep their edges.
 */
public final class GeneratedJpeg implements ImageEncoder {

  /** Losses cannot be seen, at about a third of a PNG's size. */
  private static final float QUALITY = 0.92f;

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
  private static final String XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";
  private static final String APP1 = "225";

  private final Marks marks;

  GeneratedJpeg(Marks marks) {
    this.marks = marks;
  }

  @Override
  public byte[] encode(RgbImage image, String expression, String sourceSha256) {
    Map<String, String> texts = marks.and("expression", expression, "source", sourceSha256);
    byte[] jpeg = encode(marks.watermarked(image).toBufferedImage(), XmpPacket.of(texts));
    return marks.marking().signedJpeg(jpeg, texts);
  }

  private static byte[] encode(BufferedImage buffered, String xmp) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(QUALITY);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(buffered), quality);
      metadata.setFromTree(FORMAT, with(xmp, metadata.getAsTree(FORMAT)));
      writer.setOutput(out);
      writer.write(null, new IIOImage(buffered, null, metadata), quality);
    } catch (IOException e) {
      throw new UncheckedIOException("Encoding a JPEG in memory failed.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Node with(String xmp, Node tree) {
    IIOMetadataNode root = (IIOMetadataNode) tree;
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    Node segments = root.getElementsByTagName("markerSequence").item(0);
    segments.insertBefore(app1(xmp), segments.getFirstChild());
    return root;
  }

  private static IIOMetadataNode app1(String xmp) {
    byte[] header = XMP_HEADER.getBytes(ISO_8859_1);
    byte[] packet = xmp.getBytes(UTF_8);
    byte[] content = new byte[header.length + packet.length];
    System.arraycopy(header, 0, content, 0, header.length);
    System.arraycopy(packet, 0, content, header.length, packet.length);
    IIOMetadataNode segment = new IIOMetadataNode("unknown");
    segment.setAttribute("MarkerTag", APP1);
    segment.setUserObject(content);
    return segment;
  }
}
