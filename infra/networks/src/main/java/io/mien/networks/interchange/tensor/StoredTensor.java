package io.mien.networks.interchange.tensor;

import io.mien.networks.checkpoint.ElementType;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A tensor of a file, decoded when asked. Several may share one storage.
 *
 * @param storage bytes in the file's byte order
 * @param layout which of the storage's elements, verified
 */
public record StoredTensor(ElementType type, ByteBuffer storage, Layout layout) {
  public StoredTensor {
    layout.verify(storage.limit() / type.bytes());
  }

  public List<Long> shape() {
    return layout.shape();
  }

  /** All values in row-major order as float32. */
  public float[] values() {
    float[] values = new float[Math.toIntExact(layout.elements())];
    long[] index = new long[layout.shape().size()];
    long at = layout.offset();
    for (int i = 0; i < values.length; i++) {
      values[i] = type.read(storage, Math.toIntExact(at * type.bytes()));
      at += advance(index);
    }
    return values;
  }

  /** Moves to the next index, the last dimension fastest; how far that is in the storage. */
  private long advance(long[] index) {
    long moved = 0;
    for (int d = index.length - 1; d >= 0; d--) {
      long stride = layout.strides().get(d);
      if (++index[d] < layout.shape().get(d)) {
        return moved + stride;
      }
      moved -= (layout.shape().get(d) - 1) * stride;
      index[d] = 0;
    }
    return moved;
  }
}
