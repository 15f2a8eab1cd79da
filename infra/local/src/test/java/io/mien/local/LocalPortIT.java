package io.mien.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortIT {

  @Test
  void aPortIsFreeAgainWhenItsListenerHasGone() throws IOException {
    int port;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
      assertThatThrownBy(() -> LocalPort.requireFree(port))
          .hasMessageContaining("port " + port)
          .hasMessageContaining("--port");
    }

    assertThatCode(() -> LocalPort.requireFree(port)).doesNotThrowAnyException();
  }
}
