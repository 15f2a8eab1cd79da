package io.mien.synth.webp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mien.networks.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Lossless WebP with an XMP packet (RFC 9649, 2.7: the extended format). */
public final class LosslessWebp {

  /** Pixels of the longest side that the format can have. */
  public static final int LONGEST_SIDE = 1 << 14;

  private static final int CHUNK_HEADER = 8;
  private static final int HEADER_CONTENT = 10;
  private static final int HAS_XMP = 0b100;

  private LosslessWebp() {}

  /**
   * @param xmp XML of the packet
   */
  public static byte[] encode(RgbImage image, String xmp) {
    if (Math.max(image.width(), image.height()) > LONGEST_SIDE) {
      throw new IllegalArgumentException(
          "A WebP has at most %d pixels along a side, this picture %d x %d."
              .formatted(LONGEST_SIDE, image.width(), image.height()));
    }
    byte[] pixels = LosslessStream.of(image);
    byte[] packet = xmp.getBytes(UTF_8);
    int size = 4 + chunk(HEADER_CONTENT) + chunk(pixels.length) + chunk(packet.length);
    ByteBuffer file = ByteBuffer.allocate(CHUNK_HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(size).put("WEBP".getBytes(US_ASCII));
    put(file, "VP8X", header(image));
    put(file, "VP8L", pixels);
    put(file, "XMP ", packet);
    return file.array();
  }

  private static byte[] header(RgbImage image) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_CONTENT).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(HAS_XMP);
    // 24 bits each; the third byte of either is 0 for sides that a WebP can have
    header.putShort((short) (image.width() - 1)).put((byte) 0);
    header.putShort((short) (image.height() - 1)).put((byte) 0);
    return header.array();
  }

  private static void put(ByteBuffer file, String name, byte[] content) {
    file.put(name.getBytes(US_ASCII)).putInt(content.length).put(content);
    if (content.length % 2 == 1) {
      file.put((byte) 0);
    }
  }

  /** Bytes of a chunk with this content, which ends at an even one. */
  private static int chunk(int content) {
    return CHUNK_HEADER + content + content % 2;
  }
}
