package io.mien.worker.kafka;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/** What must be there in Kafka before a worker may take offers. Safe to do again and again. */
public final class Preparation {

  private final ClientSettings settings;
  private final TaskKind kind;

  public Preparation(ClientSettings settings, TaskKind kind) {
    this.settings = settings;
    this.kind = kind;
  }

  /**
   * @throws Unavailable when Kafka or a topic is not there yet
   */
  public void run() throws InterruptedException {
    try (Admin admin = Admin.create(settings.admin())) {
      requireTopics(admin);
      readOffersFromTheirBeginning(admin);
    } catch (ExecutionException | KafkaException e) {
      Throwable found = e.getCause() == null ? e : e.getCause();
      throw new Unavailable(
          "kafka-unavailable",
          "Cannot prepare share group %s: Kafka says: %s. Check that it runs and is 4.2 or newer."
              .formatted(kind.shareGroup(), found),
          e);
    }
  }

  private void requireTopics(Admin admin) throws ExecutionException, InterruptedException {
    Set<String> missing =
        new HashSet<>(
            List.of(
                Topics.tasks(kind), Topics.TASK_EVENTS, Topics.TASK_CONTROL, Topics.WORKER_EVENTS));
    missing.removeAll(admin.listTopics().names().get());
    if (!missing.isEmpty()) {
      throw new Unavailable(
          "topics-missing",
          "Kafka has no topics %s yet; the orchestrator creates them when it starts."
              .formatted(missing));
    }
  }

  /** By default a new share group would miss what was offered before its first worker came. */
  private void readOffersFromTheirBeginning(Admin admin)
      throws ExecutionException, InterruptedException {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, kind.shareGroup());
    ConfigEntry earliest = new ConfigEntry("share.auto.offset.reset", "earliest");
    admin
        .incrementalAlterConfigs(
            Map.of(group, List.of(new AlterConfigOp(earliest, AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }
}
