package io.mien.embedded;

import java.nio.file.Path;

/**
 * One data directory and three ports.
 *
 * @param directory holds everything, see {@link DataDirectory}
 * @param kafkaPort 0 takes any free port
 * @param postgreSqlPort 0 takes any free port
 * @param objectStorePort 0 takes any free port
 */
public record EmbeddedServersConfig(
    Path directory, int kafkaPort, int postgreSqlPort, int objectStorePort) {

  /** Database created for the applications. */
  public static final String DATABASE = "mien";

  public EmbeddedServersConfig {
    ListenPort.validate(kafkaPort);
    ListenPort.validate(postgreSqlPort);
    ListenPort.validate(objectStorePort);
  }

  /** For {@code mien up}: the well-known ports plus 10000, clear of servers installed by hand. */
  public static EmbeddedServersConfig onFixedPorts(Path directory) {
    return new EmbeddedServersConfig(directory, 19092, 15432, 19000);
  }

  /** For tests: any number of them at once on one machine. */
  public static EmbeddedServersConfig onFreePorts(Path directory) {
    return new EmbeddedServersConfig(directory, 0, 0, 0);
  }

  EmbeddedKafkaConfig kafka(DataDirectory data) {
    return new EmbeddedKafkaConfig(data.kafka(), kafkaPort);
  }

  EmbeddedPostgreSqlConfig postgreSql(DataDirectory data) {
    ServerCredentials credentials = data.credentials();
    return new EmbeddedPostgreSqlConfig(
        data.postgreSql(),
        data.binaries(),
        postgreSqlPort,
        credentials.databaseAdmin(),
        credentials.database(),
        DATABASE);
  }

  EmbeddedObjectStoreConfig objectStore(DataDirectory data) {
    return new EmbeddedObjectStoreConfig(
        data.objects(), objectStorePort, data.credentials().objectStore());
  }
}
