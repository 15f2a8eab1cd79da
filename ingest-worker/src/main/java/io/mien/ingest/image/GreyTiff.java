package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Baseline TIFF of 8-bit grey pixels without compression, as research datasets have it (Adobe, TIFF
 * 6.0, sections 2 to 4). Every other TIFF is refused rather than handed to a large decoder.
 */
public final class GreyTiff {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int STRIP_BYTES = 279;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int MOST_STRIPS = 1 << 16;

  /** Whatever else a directory holds is not even looked at: it may claim to be of any size. */
  private static final Set<Integer> READ =
      Set.of(WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, STRIP_OFFSETS, SAMPLES, STRIP_BYTES);

  private final Bytes file;
  private final Order order;
  private final Map<Integer, long[]> fields = new HashMap<>();

  /** How the bytes of a number are ordered. */
  private enum Order {
    LITTLE,
    BIG
  }

  private GreyTiff(Bytes file, Order order) {
    this.file = file;
    this.order = order;
  }

  /** The picture as PNG; null when the file is no TIFF at all. */
  public static byte @Nullable [] toPng(byte[] content) {
    Bytes file = new Bytes(content);
    if (file.has(0, "II*\0")) {
      return new GreyTiff(file, Order.LITTLE).png();
    }
    return file.has(0, "MM\0*") ? new GreyTiff(file, Order.BIG).png() : null;
  }

  private byte[] png() {
    readDirectory();
    long width = one(WIDTH, 0);
    long height = one(HEIGHT, 0);
    boolean readable =
        one(BITS, 1) == 8
            && one(SAMPLES, 1) == 1
            && one(COMPRESSION, 1) == 1
            && one(PHOTOMETRIC, -1) <= 1
            && one(PHOTOMETRIC, -1) >= 0;
    if (!readable || width < 1 || height < 1) {
      throw new PictureRefused(
          Rejection.Code.UNSUPPORTED_FORMAT,
          "a TIFF other than 8-bit grey without compression; give JPEG, PNG or still WebP");
    }
    if (width > file.length() || height > file.length() / width) {
      throw file.cutOff();
    }
    byte[] pixels = pixels((int) (width * height));
    return GreyPng.encode((int) width, (int) height, pixels);
  }

  private byte[] pixels(int count) {
    boolean whiteIsZero = one(PHOTOMETRIC, -1) == 0;
    long[] offsets = fields.getOrDefault(STRIP_OFFSETS, new long[0]);
    long[] lengths = fields.getOrDefault(STRIP_BYTES, new long[] {count});
    byte[] pixels = new byte[count];
    int next = 0;
    for (int strip = 0; strip < Math.min(offsets.length, lengths.length); strip++) {
      for (long i = 0; i < lengths[strip] && next < count; i++) {
        int value = file.u8(offsets[strip] + i);
        pixels[next++] = (byte) (whiteIsZero ? 255 - value : value);
      }
    }
    if (next < count) {
      throw file.cutOff();
    }
    return pixels;
  }

  private void readDirectory() {
    long at = u32(4);
    int entries = u16(at);
    for (int i = 0; i < entries; i++) {
      long entry = at + 2 + 12L * i;
      int type = u16(entry + 2);
      long count = u32(entry + 4);
      boolean numbers = type == SHORT || type == LONG;
      if (READ.contains(u16(entry)) && numbers && count >= 1 && count <= MOST_STRIPS) {
        fields.put(u16(entry), values(entry + 8, type, (int) count));
      }
    }
  }

  /** The values lie in the entry itself when they fit into its four bytes. */
  private long[] values(long field, int type, int count) {
    int bytes = type == SHORT ? 2 : 4;
    long start = bytes * count <= 4 ? field : u32(field);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      long at = start + (long) bytes * i;
      values[i] = type == SHORT ? u16(at) : u32(at);
    }
    return values;
  }

  private long one(int tag, long otherwise) {
    long[] values = fields.get(tag);
    return values == null ? otherwise : values[0];
  }

  private int u16(long at) {
    return order == Order.LITTLE ? file.u16Little(at) : file.u16(at);
  }

  private long u32(long at) {
    return order == Order.LITTLE ? file.u32Little(at) : file.u32(at);
  }
}
