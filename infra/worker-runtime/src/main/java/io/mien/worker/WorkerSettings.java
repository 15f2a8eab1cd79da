package io.mien.worker;

import io.mien.contracts.TaskKind;
import java.nio.file.Path;

/**
 * What a worker is and where its Kafka is.
 *
 * @param kind the tasks it takes
 * @param bootstrapServers of Kafka, for example {@code 127.0.0.1:9092}
 * @param slots how many tasks it runs at once
 * @param host name of the machine, for people
 * @param version of the application, a {@link CodeVersion}: results are reused where it is equal
 * @param device for example {@code cpu} or {@code cuda:0}, for people
 * @param workDirectory where attempts get their directories; may be shared by workers
 */
public record WorkerSettings(
    TaskKind kind,
    String bootstrapServers,
    int slots,
    String host,
    String version,
    String device,
    Path workDirectory,
    WorkerTimings timings) {

  public WorkerSettings {
    if (slots < 1) {
      throw new IllegalArgumentException(
          "A " + kind.shareGroup() + " with " + slots + " slots does nothing; give it 1 or more.");
    }
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException(
          "A " + kind.shareGroup() + " needs the address of Kafka, for example 127.0.0.1:9092.");
    }
  }
}
