package io.mien.worker.attempt;

import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.failure.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps events in a list, unless the test has taken it away. */
final class ManualSink implements EventSink {

  private static final Unavailable AWAY = new Unavailable("kafka-unavailable", "taken away");

  private final List<TaskEvent> kept = new ArrayList<>();
  private boolean away;

  void away(boolean now) {
    away = now;
  }

  <T extends TaskEvent> List<T> kept(Class<T> type) {
    return kept.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void publish(TaskEvent event) {
    if (away) {
      throw AWAY;
    }
    kept.add(event);
  }

  @Override
  public CompletableFuture<Void> send(TaskEvent event) {
    if (away) {
      return CompletableFuture.failedFuture(AWAY);
    }
    kept.add(event);
    return CompletableFuture.completedFuture(null);
  }
}
