package io.mien.ingest;

import io.mien.drawn.DrawnFace;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** One face in every way in which pictures are encoded. */
final class EncodedPictures {

  private static final int SIDE = 128;

  private EncodedPictures() {}

  /** By file names; every picture differs from every other in its pixels. */
  static Map<String, byte[]> kinds(DrawnFace face) throws IOException {
    Map<String, byte[]> kinds = new HashMap<>();
    kinds.put("colour.jpg", encode(drawn(face, 0, BufferedImage.TYPE_INT_RGB), "jpg"));
    kinds.put("palette.png", encode(drawn(face, 1, BufferedImage.TYPE_BYTE_INDEXED), "png"));
    kinds.put("grey.png", encode(drawn(face, 2, BufferedImage.TYPE_BYTE_GRAY), "png"));
    kinds.put("grey.jpg", encode(drawn(face, 3, BufferedImage.TYPE_BYTE_GRAY), "jpg"));
    kinds.put("sixteen-bits.png", encode(drawn(face, 4, BufferedImage.TYPE_USHORT_GRAY), "png"));
    kinds.put("alpha.png", encode(drawn(face, 5, BufferedImage.TYPE_INT_ARGB), "png"));
    kinds.put("cmyk.jpg", cmyk(drawn(face, 6, BufferedImage.TYPE_INT_RGB)));
    kinds.put("lying.jpg", lying(drawn(face, 7, BufferedImage.TYPE_INT_RGB)));
    return kinds;
  }

  /** Says that it has 60,000 x 60,000 pixels. */
  static byte[] bomb(DrawnFace face) throws IOException {
    byte[] png = encode(drawn(face, 0, BufferedImage.TYPE_INT_RGB), "png");
    System.arraycopy(HexFormat.of().parseHex("0000ea600000ea60"), 0, png, 16, 8);
    return png;
  }

  static byte[] animatedGif(DrawnFace... faces) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (DrawnFace face : faces) {
        BufferedImage frame = drawn(face, 0, BufferedImage.TYPE_BYTE_INDEXED);
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  /** Inverted, as Adobe's programs write it and every reader expects it. */
  private static byte[] cmyk(BufferedImage image) throws IOException {
    WritableRaster inks = Raster.createInterleavedRaster(0, SIDE, SIDE, 4, null);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int rgb = image.getRGB(i % SIDE, i / SIDE);
      inks.setPixel(
          i % SIDE, i / SIDE, new int[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 0xFF});
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(inks, null, null));
    }
    writer.dispose();
    return withSegment(bytes.toByteArray(), 0xEE, "41646f626500640000000000");
  }

  /** On its side, with the EXIF that turns it upright. */
  private static byte[] lying(BufferedImage image) throws IOException {
    BufferedImage turned = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(
        image, AffineTransform.getQuadrantRotateInstance(3, SIDE / 2.0, SIDE / 2.0), null);
    graphics.dispose();
    String tiff = "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000";
    return withSegment(encode(turned, "jpg"), 0xE1, "457869660000" + tiff);
  }

  private static byte[] withSegment(byte[] jpeg, int marker, String hex) {
    byte[] content = HexFormat.of().parseHex(hex);
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(Arrays.copyOf(jpeg, 2));
    longer.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, 0, (byte) (content.length + 2)});
    longer.writeBytes(content);
    longer.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
    return longer.toByteArray();
  }

  /**
   * @param shift pixels to the right, so that no two pictures are duplicates
   */
  private static BufferedImage drawn(DrawnFace face, int shift, int type) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, type);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(face.render(SIDE), 0, 0, null);
    graphics.drawImage(face.render(SIDE), shift, 0, null);
    graphics.dispose();
    return image;
  }

  private static byte[] encode(BufferedImage image, String format) throws IOException {
    return MixedDataset.encode(image, format);
  }
}
