package io.mien.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A TCP port on 127.0.0.1 that a server is about to listen on. */
final class ListenPort {

  static final String HOST = "127.0.0.1";

  private ListenPort() {}

  /** The requested port if nobody listens on it; any free port for 0. */
  static int claim(String server, int requested) {
    return requested == 0 ? free() : requireFree(server, requested);
  }

  static void validate(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "A port is 0 (any free port) or 1 to 65535, found " + port);
    }
  }

  static EmbeddedServerException inUse(String server, int port, Throwable cause) {
    return new EmbeddedServerException(
        "Cannot start "
            + server
            + ": port "
            + port
            + " on "
            + HOST
            + " is in use by another process. Stop that process (find it with 'ss -ltnp"
            + " sport = :"
            + port
            + "') or give "
            + server
            + " another port.",
        cause);
  }

  static int free() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(loopback(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot find a free port on " + HOST, e);
    }
  }

  private static int requireFree(String server, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of the previous run in TIME_WAIT do not count as "in use"
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port));
      return port;
    } catch (IOException e) {
      throw inUse(server, port, e);
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByName(HOST);
  }
}
