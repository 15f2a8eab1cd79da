package io.mien.local;

import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Says in time that a port is taken, before an application fails over it in its own log. */
final class LocalPort {

  private LocalPort() {}

  static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new InvalidInput(
          "port-in-use",
          "Serve the dashboard on port "
              + port
              + ": another process uses it. Stop that one, or choose another with --port.",
          e);
    }
  }
}
