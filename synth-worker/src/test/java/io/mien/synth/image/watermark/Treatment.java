package io.mien.synth.image.watermark;

import io.mien.networks.image.RgbImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What happens to pictures on their way, with Java's own codecs and scaling. */
final class Treatment {

  private Treatment() {}

  /**
   * @param quality as libjpeg counts it, with halved colours as by default
   */
  static RgbImage jpeg(RgbImage image, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image.toBufferedImage(), null, null), how);
      out.flush();
      return RgbImage.of(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  static RgbImage resized(RgbImage image, int side) {
    BufferedImage resized = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = resized.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image.toBufferedImage(), 0, 0, side, side, null);
    graphics.dispose();
    return RgbImage.of(resized);
  }

  static RgbImage resizedAndBack(RgbImage image, int side) {
    return resized(resized(image, side), image.width());
  }

  static RgbImage part(RgbImage image, int left, int top, int side) {
    return RgbImage.of(image.toBufferedImage().getSubimage(left, top, side, side));
  }

  /** Every channel times a factor. */
  static RgbImage contrast(RgbImage image, double factor) {
    byte[] rgb = new byte[image.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.min(255, Math.round((image.rgb()[i] & 0xFF) * factor));
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }
}
