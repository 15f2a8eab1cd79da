package io.mien.orchestrator.event;

import io.mien.contracts.event.Measure;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.measure.JdbcMeasureRepository;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.task.Task;
import java.util.List;
import java.util.Optional;

/** What an attempt lets people see while it runs. Only the holder of the lease is shown. */
public final class Curves {

  /** So many points fit into one announcement. */
  private static final int POINTS_AT_ONCE = 60;

  private final JdbcMeasureRepository measures;
  private final JdbcSampleRepository samples;
  private final JdbcHistory history;

  public Curves(JdbcMeasureRepository measures, JdbcSampleRepository samples, JdbcHistory history) {
    this.measures = measures;
    this.samples = samples;
    this.history = history;
  }

  void progressed(Transaction tx, Task task) {
    history.announce(tx, entry("task.progressed", task, task.view()));
  }

  boolean measured(Transaction tx, TaskMeasured event, Optional<Task> holder) {
    holder.ifPresent(
        task -> {
          measures.upsert(tx, task.id(), event.measures());
          List<Measure> all = event.measures();
          for (int from = 0; from < all.size(); from += POINTS_AT_ONCE) {
            List<Measure> some = all.subList(from, Math.min(all.size(), from + POINTS_AT_ONCE));
            history.announce(tx, entry("task.measured", task, some));
          }
        });
    return holder.isPresent();
  }

  boolean sampled(Transaction tx, TaskSampled event, Optional<Task> holder) {
    holder.ifPresent(
        task -> history.append(tx, entry("task.sampled", task, samples.upsert(tx, event))));
    return holder.isPresent();
  }

  boolean checkpointed(Transaction tx, Optional<Task> holder) {
    holder.ifPresent(task -> history.append(tx, entry("task.checkpointed", task, task.view())));
    return holder.isPresent();
  }

  private static HistoryEntry entry(String type, Task task, Object data) {
    return new HistoryEntry(type, task.view().runId(), task.id(), data);
  }
}
