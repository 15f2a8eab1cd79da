package io.mien.store.minio;

import io.mien.contracts.failure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A download of any length over connections that break: each time it goes on where it was. */
final class ResumedStream extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(ResumedStream.class);

  /** Breaks in a row, without a byte in between, after which the store is away. */
  private static final int MOST_BREAKS = 3;

  private final String name;
  private final long length;
  private final LongFunction<InputStream> opening;
  private @Nullable InputStream in;
  private long done;
  private int breaks;

  /**
   * @param name for a person
   * @param opening the rest behind so many bytes, with its own retries
   */
  ResumedStream(String name, long length, LongFunction<InputStream> opening) {
    this.name = name;
    this.length = length;
    this.opening = opening;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) {
    if (wanted == 0) {
      return 0;
    }
    while (done < length) {
      try {
        if (in == null) {
          in = opening.apply(done);
        }
        int read = in.read(target, offset, (int) Math.min(wanted, length - done));
        if (read < 0) {
          return -1;
        }
        done += read;
        breaks = 0;
        return read;
      } catch (IOException e) {
        broken(e);
      }
    }
    return -1;
  }

  @Override
  public void close() {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        LOG.debug("The connection for {} was not closed in good order", name, e);
      }
      in = null;
    }
  }

  private void broken(IOException cause) {
    close();
    breaks++;
    if (breaks >= MOST_BREAKS) {
      throw new Unavailable(
          "store-unavailable",
          "Cannot read %s: the connection broke %d times at byte %,d, last: %s. Check the object store."
              .formatted(name, breaks, done, cause.getMessage()),
          cause);
    }
    LOG.debug("The connection for {} broke at byte {}; going on there", name, done, cause);
  }
}
