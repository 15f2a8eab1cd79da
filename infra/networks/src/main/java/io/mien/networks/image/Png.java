package io.mien.networks.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG, the only format of generated images: JPEG would spoil the measures. */
public final class Png {
  private static final String FORMAT = "javax_imageio_png_1.0";

  private Png() {}

  public static RgbImage decode(byte[] png) {
    // Streams of ImageIO's own choice are kept in a temporary file each
    try {
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
      if (image == null) {
        throw new IllegalArgumentException(
            "%d bytes are not an image in a known format.".formatted(png.length));
      }
      return RgbImage.of(image);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%d bytes are a damaged image: %s".formatted(png.length, e.getMessage()), e);
    }
  }

  public static byte[] encode(RgbImage image) {
    return encode(image, Map.of());
  }

  /** Encodes with text chunks, such as {@code digitalSourceType} for generated faces. */
  public static byte[] encode(RgbImage image, Map<String, String> texts) {
    return encode(image, texts, "");
  }

  /**
   * Encodes with text chunks and an XMP packet.
   *
   * @param xmp XML of the packet, stored as the XMP specification says (part 3, PNG); empty for
   *     none
   */
  public static byte[] encode(RgbImage image, Map<String, String> texts, String xmp) {
    BufferedImage buffered = image.toBufferedImage();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(buffered), null);
      metadata.mergeTree(FORMAT, chunks(texts, xmp));
      writer.setOutput(out);
      writer.write(new IIOImage(buffered, null, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException("Encoding a PNG in memory failed.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode chunks(Map<String, String> texts, String xmp) {
    IIOMetadataNode all = new IIOMetadataNode("tEXt");
    texts.forEach(
        (keyword, value) -> {
          IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
          entry.setAttribute("keyword", keyword);
          entry.setAttribute("value", value);
          all.appendChild(entry);
        });
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    if (!texts.isEmpty()) {
      root.appendChild(all);
    }
    if (!xmp.isEmpty()) {
      root.appendChild(packet(xmp));
    }
    return root;
  }

  private static IIOMetadataNode packet(String xmp) {
    IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
    entry.setAttribute("keyword", "XML:com.adobe.xmp");
    entry.setAttribute("compressionFlag", "FALSE");
    entry.setAttribute("compressionMethod", "0");
    entry.setAttribute("languageTag", "");
    entry.setAttribute("translatedKeyword", "");
    entry.setAttribute("text", xmp);
    IIOMetadataNode all = new IIOMetadataNode("iTXt");
    all.appendChild(entry);
    return all;
  }
}
