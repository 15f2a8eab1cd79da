package io.mien.embedded;

import java.nio.file.Path;

/**
 * Where the S3 server keeps its objects, where it listens and who may use it.
 *
 * @param directory one sub-directory per bucket, one file per object
 * @param port of the server; 0 takes any free port
 * @param credentials AWS V4 access key and secret key
 */
public record EmbeddedObjectStoreConfig(Path directory, int port, Credentials credentials) {

  public EmbeddedObjectStoreConfig {
    directory = directory.toAbsolutePath().normalize();
    ListenPort.validate(port);
  }
}
