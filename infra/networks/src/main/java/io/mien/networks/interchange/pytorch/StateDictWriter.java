package io.mien.networks.interchange.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.mien.networks.checkpoint.ElementType;
import io.mien.networks.device.HostCopy;
import io.mien.networks.interchange.tensor.Layout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a state_dict that {@code torch.load(weights_only=True)} reads: PyTorch's ZIP container,
 * one storage for each tensor, nothing compressed. The same arrays give the same bytes.
 */
public final class StateDictWriter {
  private static final String FOLDER = "archive/";
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StateDictWriter() {}

  /** Writes float32 and int64 arrays in the map's order. */
  public static void write(Path path, Map<String, NDArray> arrays) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      entry(zip, "data.pkl", pickle(arrays));
      entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
      int key = 0;
      for (NDArray array : arrays.values()) {
        ByteBuffer values = HostCopy.bytes(array);
        byte[] bytes = new byte[values.remaining()];
        values.get(bytes);
        entry(zip, "data/" + key++, bytes);
      }
      entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static byte[] pickle(Map<String, NDArray> arrays) {
    PickleWriter pickle = new PickleWriter();
    pickle.global("collections", "OrderedDict").emptyTuple().reduce().mark();
    int key = 0;
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      pickle.text(array.getKey());
      tensor(pickle, array.getValue(), key++);
    }
    return pickle.setItems().stop();
  }

  private static void tensor(PickleWriter pickle, NDArray array, int key) {
    boolean integers = array.getDataType() == DataType.INT64;
    ElementType type = integers ? ElementType.INT64 : ElementType.FLOAT32;
    List<Long> shape = LongStream.of(array.getShape().getShape()).boxed().toList();
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().text("storage").global("torch", type.torchStorage());
    pickle.text(Integer.toString(key)).text("cpu").number(array.size()).tuple().persistent();
    pickle.number(0).numbers(shape).numbers(Layout.contiguous(shape).strides()).no();
    pickle.global("collections", "OrderedDict").emptyTuple().reduce();
    pickle.tuple().reduce();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
