package io.mien.local;

import io.mien.cli.client.Connection;
import io.mien.embedded.EmbeddedServersConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that start a system on this machine. */
public final class LocalOptions {

  @Option(
      names = "--data",
      description =
          "directory that keeps everything (default: data/ or demo/ under $MIEN_HOME, else ~/.mien)")
  private @Nullable Path data;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port of the dashboard and of REST (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--kafka-port",
      defaultValue = "19092",
      description = "default: ${DEFAULT-VALUE}; 0 takes a free one")
  private int kafkaPort;

  @Option(
      names = "--postgres-port",
      defaultValue = "15432",
      description = "default: ${DEFAULT-VALUE}; 0 takes a free one")
  private int postgresPort;

  @Option(
      names = "--s3-port",
      defaultValue = "19000",
      description = "default: ${DEFAULT-VALUE}; 0 takes a free one")
  private int s3Port;

  @Option(
      names = "--device",
      defaultValue = "auto",
      description = "auto, cpu or cuda:0 (default: ${DEFAULT-VALUE})")
  private String device;

  @Option(
      names = "--threads",
      description = "threads of each worker (default: the cores of this machine)")
  private @Nullable Integer threads;

  /** The settings that the options make. */
  public LocalSettings settings(String defaultDirectory) {
    Path directory = data != null ? data : Connection.home().resolve(defaultDirectory);
    int workerThreads = threads != null ? threads : Runtime.getRuntime().availableProcessors();
    return new LocalSettings(
        new EmbeddedServersConfig(
            directory.toAbsolutePath().normalize(), kafkaPort, postgresPort, s3Port),
        port,
        device,
        workerThreads);
  }
}
