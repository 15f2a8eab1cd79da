package io.mien.networks.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Between eight-bit images and arrays (N, 3, H, W) in [-1, 1]. */
public final class PixelArrays {
  private static final float HALF = 127.5f;

  private PixelArrays() {}

  public static NDArray toArray(List<RgbImage> images, NDManager manager) {
    int width = images.get(0).width();
    int height = images.get(0).height();
    int plane = width * height;
    int bytes = Math.multiplyExact(images.size(), 3 * plane * Float.BYTES);
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    FloatBuffer values = buffer.asFloatBuffer();
    for (int i = 0; i < images.size(); i++) {
      RgbImage image = images.get(i);
      if (image.width() != width || image.height() != height) {
        throw new IllegalArgumentException(
            "Image %d of a batch is %d x %d, the first %d x %d."
                .formatted(i, image.width(), image.height(), width, height));
      }
      put(image, values, 3 * plane * i);
    }
    return manager.create(buffer, new Shape(images.size(), 3, height, width), DataType.FLOAT32);
  }

  /** Rounds to the nearest of 256 levels; values outside [-1, 1] are clipped. */
  public static List<RgbImage> toImages(NDArray array) {
    Shape shape = array.getShape();
    int height = (int) shape.get(2);
    int width = (int) shape.get(3);
    int plane = width * height;
    float[] values = array.toFloatArray();
    List<RgbImage> images = new ArrayList<>();
    for (int i = 0; i < shape.get(0); i++) {
      byte[] rgb = new byte[3 * plane];
      for (int channel = 0; channel < 3; channel++) {
        for (int at = 0; at < plane; at++) {
          rgb[3 * at + channel] = toByte(values[(3 * i + channel) * plane + at]);
        }
      }
      images.add(new RgbImage(width, height, rgb));
    }
    return images;
  }

  private static void put(RgbImage image, FloatBuffer values, int start) {
    int plane = image.width() * image.height();
    byte[] rgb = image.rgb();
    for (int channel = 0; channel < 3; channel++) {
      for (int at = 0; at < plane; at++) {
        values.put(start + channel * plane + at, toFloat(rgb[3 * at + channel]));
      }
    }
  }

  static float toFloat(byte level) {
    return (level & 0xFF) / HALF - 1;
  }

  private static byte toByte(float value) {
    return (byte) Math.round(Math.max(0, Math.min(255, (value + 1) * HALF)));
  }
}
