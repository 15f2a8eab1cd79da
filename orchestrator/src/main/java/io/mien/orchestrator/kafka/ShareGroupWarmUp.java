package io.mien.orchestrator.kafka;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the workers' groups once and leaves again: on a fresh broker the first member of a share
 * group waits 7 to 9 seconds, which nobody needs to notice. An offer that comes along meanwhile is
 * released when the consumer closes.
 */
public final class ShareGroupWarmUp implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ShareGroupWarmUp.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int MOST_POLLS = 80;

  private final KafkaClients clients;

  public ShareGroupWarmUp(KafkaClients clients) {
    this.clients = clients;
  }

  @Override
  public void run() {
    for (TaskKind kind : TaskKind.values()) {
      try {
        warm(kind);
      } catch (KafkaException | ExecutionException e) {
        LOG.info("Could not warm group {} up: {}", kind.shareGroup(), e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void warm(TaskKind kind) throws ExecutionException, InterruptedException {
    if (isStable(kind)) {
      return;
    }
    try (ShareConsumer<String, byte[]> consumer = clients.shareConsumer(kind.shareGroup())) {
      consumer.subscribe(List.of(Topics.tasks(kind)));
      for (int polls = 0; polls < MOST_POLLS && !isStable(kind); polls++) {
        if (!consumer.poll(POLL).isEmpty()) {
          return;
        }
      }
    }
  }

  private boolean isStable(TaskKind kind) throws ExecutionException, InterruptedException {
    try {
      Map<String, ShareGroupDescription> groups =
          clients.admin().describeShareGroups(List.of(kind.shareGroup())).all().get();
      return groups.values().stream().allMatch(group -> group.groupState() == GroupState.STABLE);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw e;
    }
  }
}
