package io.mien.local;

import io.mien.embedded.EmbeddedServersConfig;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * How a system on this machine is set up.
 *
 * @param servers data directory and ports of Kafka, PostgreSQL and the object store
 * @param port port of the dashboard and of REST
 * @param device where networks run: {@code auto}, {@code cpu} or {@code cuda:0}
 * @param threads threads of each worker; steps of a run follow one another, so that each may have
 *     all cores
 */
public record LocalSettings(EmbeddedServersConfig servers, int port, String device, int threads) {

  private static final Pattern DEVICE = Pattern.compile("(?i)auto|cpu|cuda(:\\d{1,2})?");
  private static final int LAST_PORT = 65535;

  public LocalSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "Port " + port + " does not exist; choose 0 to " + LAST_PORT + ".");
    }
    if (!DEVICE.matcher(device.strip()).matches()) {
      throw new IllegalArgumentException(
          "Unknown device '" + device + "': use auto, cpu or cuda:<number>.");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("A worker needs at least one thread, not " + threads);
    }
  }

  public Path data() {
    return servers.directory();
  }

  public Path logs() {
    return data().resolve("logs");
  }
}
