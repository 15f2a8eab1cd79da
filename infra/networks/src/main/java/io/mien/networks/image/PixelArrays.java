package io.mien.networks.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.HostCopy;
import io.mien.networks.script.TorchFunction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Between eight-bit images and arrays (N, 3, H, W) in [-1, 1]. Levels travel to and from the
 * device, a quarter of the bytes of numbers, and become numbers there.
 */
public final class PixelArrays {
  /** (N, H, W, 3) in 8 bits. */
  private static final TorchFunction NUMBERS =
      TorchFunction.of(
          """
              numbers = torch.to(torch.contiguous(torch.permute(levels, [0, 3, 1, 2])), 6)
              return torch.sub_(torch.div_(numbers, 127.5), 1)
          """,
          "levels");

  private static final TorchFunction LEVELS =
      TorchFunction.of(
          """
              levels = torch.add_(torch.mul_(torch.add(numbers, 1), 127.5), 0.5)
              rgb = torch.to(torch.clamp_(levels, 0, 255), 0)
              return torch.contiguous(torch.permute(rgb, [0, 2, 3, 1]))
          """,
          "numbers");

  private PixelArrays() {}

  public static NDArray toArray(List<RgbImage> images, NDManager manager) {
    int width = images.get(0).width();
    int height = images.get(0).height();
    int bytes = Math.multiplyExact(images.size(), 3 * width * height);
    ByteBuffer levels = ByteBuffer.allocateDirect(bytes);
    for (int i = 0; i < images.size(); i++) {
      RgbImage image = images.get(i);
      if (image.width() != width || image.height() != height) {
        throw new IllegalArgumentException(
            "Image %d of a batch is %d x %d, the first %d x %d."
                .formatted(i, image.width(), image.height(), width, height));
      }
      levels.put(image.rgb());
    }
    Shape shape = new Shape(images.size(), height, width, 3);
    try (NDArray array = manager.create(levels.flip(), shape, DataType.UINT8)) {
      return NUMBERS.apply(array);
    }
  }

  /** Rounds to the nearest of 256 levels; values outside [-1, 1] are clipped. */
  public static List<RgbImage> toImages(NDArray array) {
    Shape shape = array.getShape();
    int height = (int) shape.get(2);
    int width = (int) shape.get(3);
    List<RgbImage> images = new ArrayList<>();
    try (NDArray levels = LEVELS.apply(array)) {
      ByteBuffer all = HostCopy.bytes(levels);
      for (int i = 0; i < shape.get(0); i++) {
        byte[] rgb = new byte[3 * height * width];
        all.get(rgb);
        images.add(new RgbImage(width, height, rgb));
      }
    }
    return images;
  }
}
