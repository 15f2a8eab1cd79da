package io.mien.orchestrator.reuse;

import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainStarGan;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the earlier task that did exactly the same: equal parameters, equal inputs, and the code of
 * a worker that lives now. What reads from outside (listing a folder, detecting in its files) is
 * never taken from earlier; such steps have ways of their own to do nothing twice.
 */
public final class StepReuse {

  private final JdbcTaskRepository tasks;
  private final Mode mode;

  public StepReuse(JdbcTaskRepository tasks, Mode mode) {
    this.tasks = tasks;
    this.mode = mode;
  }

  /** Whether earlier results are taken. */
  public enum Mode {
    ON,
    OFF
  }

  /**
   * The digest by which a later task finds this one; empty for work that is never reused.
   *
   * @param results of the run so far
   */
  public Optional<String> fingerprint(TaskSpec spec, Collection<TaskResult> results) {
    if (!isReusable(spec)) {
      return Optional.empty();
    }
    Map<PrefixRef, String> datasets = new HashMap<>();
    for (TaskResult result : results) {
      if (result instanceof DatasetPrepared prepared) {
        datasets.putAll(DatasetIdentity.of(prepared));
      }
    }
    return Optional.of(new SpecFingerprint(datasets).of(spec));
  }

  /** The task whose result can be taken; empty when the work is to be done. */
  public Optional<Task> earlier(Transaction tx, TaskSpec spec, String fingerprint) {
    return mode == Mode.ON
        ? tasks.reusable(tx, spec.kind(), fingerprint).filter(StepReuse::isWhole)
        : Optional.empty();
  }

  /** What failed once is tried again. */
  private static boolean isWhole(Task task) {
    return !(task.view().result() instanceof ItemsSynthesised items) || items.failed() == 0;
  }

  private static boolean isReusable(TaskSpec spec) {
    return spec instanceof TrainClassifier
        || spec instanceof TrainStarGan
        || spec instanceof TrainFaceGan
        || spec instanceof SynthesiseDataset
        || spec instanceof SynthesisePhoto
        || spec instanceof SynthesiseItems
        || spec instanceof GenerateFaces
        || spec instanceof EvaluateSynthesis
        || spec instanceof PreparePhoto;
  }
}
