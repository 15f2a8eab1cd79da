package io.mien.embedded;

import java.nio.file.Path;

/**
 * Where the broker keeps its log and where it listens.
 *
 * @param directory formatted on first start, reused afterwards
 * @param port of the broker; 0 takes any free port
 */
public record EmbeddedKafkaConfig(Path directory, int port) {

  public EmbeddedKafkaConfig {
    directory = directory.toAbsolutePath().normalize();
    ListenPort.validate(port);
  }
}
