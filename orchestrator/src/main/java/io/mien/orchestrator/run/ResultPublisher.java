package io.mien.orchestrator.run;

import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.DatasetsDeleted;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.result.SubjectErased;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.PackDataset;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository.Evaluation;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.Task;
import java.time.Clock;
import java.util.List;

/**
 * Makes the result of a succeeded task visible: dataset versions, checkpoints and their aliases,
 * evaluations.
 */
public final class ResultPublisher {

  private final JdbcDatasetRepository datasets;
  private final JdbcCheckpointRepository checkpoints;
  private final JdbcEvaluationRepository evaluations;
  private final JdbcTaskRepository tasks;
  private final JdbcRunRepository runs;
  private final Uuid7 ids;
  private final Clock clock;

  public ResultPublisher(Repositories repositories, Uuid7 ids, Clock clock) {
    this.datasets = repositories.datasets();
    this.checkpoints = repositories.checkpoints();
    this.evaluations = repositories.evaluations();
    this.tasks = repositories.tasks();
    this.runs = repositories.runs();
    this.ids = ids;
    this.clock = clock;
  }

  /** What this class writes. */
  public record Repositories(
      JdbcDatasetRepository datasets,
      JdbcCheckpointRepository checkpoints,
      JdbcEvaluationRepository evaluations,
      JdbcTaskRepository tasks,
      JdbcRunRepository runs) {}

  public void publish(Transaction tx, Task task, TaskResult result) {
    if (result instanceof DatasetPrepared prepared && task.spec() instanceof PackDataset pack) {
      datasets.prepared(tx, pack.dataset().datasetId(), task.id(), prepared);
    } else if (result instanceof SubjectErased erased && task.spec() instanceof EraseSubject spec) {
      erased(tx, task, spec, erased);
    } else if (result instanceof DatasetsDeleted && task.spec() instanceof DeleteDatasets deleted) {
      datasets.deleted(tx, datasetOf(tx, task), deleted.datasets());
    } else if (result instanceof ClassifierTrained trained) {
      checkpoint(tx, task, trained.summary(), trained.checkpoint());
    } else if (result instanceof StarGanTrained trained) {
      generator(tx, task, trained.summary(), trained.checkpoint());
    } else if (result instanceof FaceGanTrained trained) {
      checkpoint(tx, task, trained.summary(), trained.checkpoint());
    } else if (result instanceof CheckpointImported imported) {
      imported(tx, task, imported);
    } else if (result instanceof SynthesisEvaluated evaluated) {
      evaluation(tx, task, evaluated);
    }
  }

  /**
   * Makes visible what belongs to the run itself of a result that an earlier task has made: its
   * evaluation. Datasets and checkpoints are there already.
   */
  void republish(Transaction tx, Task task) {
    if (task.view().result() instanceof SynthesisEvaluated evaluated) {
      evaluation(tx, task, evaluated);
    }
  }

  private void erased(Transaction tx, Task task, EraseSubject spec, SubjectErased erased) {
    DatasetId dataset = datasetOf(tx, task);
    datasets.prepared(tx, dataset, task.id(), erased.prepared());
    datasets.erased(tx, dataset, spec.subject(), task.view().runId(), erased.crops());
  }

  private DatasetId datasetOf(Transaction tx, Task task) {
    RunId runId = task.view().runId();
    return runs.find(tx, runId)
        .map(Run::datasetId)
        .orElseThrow(() -> new IllegalStateException("Run " + runId + " has no dataset."));
  }

  private void imported(Transaction tx, Task task, CheckpointImported imported) {
    if (imported.summary().network().equals(Alias.GENERATOR)) {
      generator(tx, task, imported.summary(), imported.checkpoint());
    } else {
      checkpoint(tx, task, imported.summary(), imported.checkpoint());
    }
  }

  private void generator(Transaction tx, Task task, CheckpointSummary summary, PrefixRef location) {
    CheckpointId id = checkpoint(tx, task, summary, location);
    checkpoints.giveAliasIfFree(tx, Alias.CHAMPION, id);
  }

  private CheckpointId checkpoint(
      Transaction tx, Task task, CheckpointSummary summary, PrefixRef location) {
    CheckpointId id = new CheckpointId(ids.next());
    checkpoints.insert(tx, id, task.view().runId(), task.id(), summary, location);
    checkpoints.moveAlias(tx, Alias.CANDIDATE, id);
    return id;
  }

  private void evaluation(Transaction tx, Task task, SynthesisEvaluated evaluated) {
    RunId runId = task.view().runId();
    EvaluateSynthesis spec = (EvaluateSynthesis) task.spec();
    evaluations.insert(
        tx,
        new Evaluation(
            new EvaluationId(ids.next()),
            runId,
            evaluated.measures(),
            evaluated.page(),
            synthesised(tx, runId, spec.synthesis()).contactSheet(),
            clock.instant()),
        task.id());
    checkpoints
        .newestOfRun(tx, runId, Alias.GENERATOR)
        .filter(generator -> generator.location().equals(spec.generator()))
        .ifPresent(
            generator -> checkpoints.moveAlias(tx, Alias.CHAMPION, generator.checkpointId()));
  }

  /** The images that were judged: a run may have made others, too. */
  private ImagesSynthesised synthesised(Transaction tx, RunId runId, PrefixRef judged) {
    return tasks.ofRuns(tx, List.of(runId)).stream()
        .map(task -> task.view().result())
        .filter(ImagesSynthesised.class::isInstance)
        .map(ImagesSynthesised.class::cast)
        .filter(images -> images.synthesis().equals(judged))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Run " + runId + " was evaluated without its images " + judged.prefix()));
  }
}
