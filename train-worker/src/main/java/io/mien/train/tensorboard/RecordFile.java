package io.mien.train.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Records in TensorFlow's framing (TFRecord): length, its masked CRC-32C, content, its masked
 * CRC-32C; all numbers little-endian.
 */
final class RecordFile implements AutoCloseable {

  private static final int MASK = 0xa282ead8;
  private static final int ROTATION = 15;

  private final OutputStream out;

  RecordFile(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
  }

  /** Appends a record; it is in the file when this returns. */
  void append(byte[] content) throws IOException {
    byte[] length = number(Long.BYTES).putLong(content.length).array();
    out.write(length);
    out.write(maskedCrc(length));
    out.write(content);
    out.write(maskedCrc(content));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static byte[] maskedCrc(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    int masked = Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
    return number(Integer.BYTES).putInt(masked).array();
  }

  private static ByteBuffer number(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
