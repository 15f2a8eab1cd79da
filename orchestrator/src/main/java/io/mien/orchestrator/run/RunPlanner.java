package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.PretrainedClassifier;
import io.mien.orchestrator.checkpoint.PretrainedClassifiers;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.preset.FacePreset;
import io.mien.orchestrator.preset.Preset;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunPreset;
import io.mien.orchestrator.run.RunStarter.NewRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes plans of requests for runs over a dataset. */
public final class RunPlanner {

  private final JdbcRunRepository runs;
  private final JdbcDatasetRepository datasets;
  private final Presets presets;
  private final PretrainedClassifiers classifiers;
  private final UseRules policy;

  /**
   * @param policy what the installation asks of the terms of data
   */
  public RunPlanner(
      JdbcRunRepository runs,
      JdbcDatasetRepository datasets,
      Presets presets,
      PretrainedClassifiers classifiers,
      UseRules policy) {
    this.runs = runs;
    this.datasets = datasets;
    this.presets = presets;
    this.classifiers = classifiers;
    this.policy = policy;
  }

  /**
   * A request with what it names.
   *
   * @param pretrained what the classifier starts from; null for random weights
   */
  public record Prepared(
      RunRequest request, RunPreset preset, @Nullable PretrainedClassifier pretrained) {}

  /**
   * Finds what the request names; asks the object store, which no transaction should wait for.
   *
   * @throws InvalidInput {@code unknown-preset}, {@code bad-field}, or what is said of a checkpoint
   */
  public Prepared prepare(RunRequest request) {
    RunPreset preset = presets.require(request.preset());
    return new Prepared(request, preset, pretrained(request, preset).orElse(null));
  }

  /**
   * Plans the run; keeps its datasets from being changed until the transaction ends.
   *
   * @throws InvalidInput {@code dataset-not-found}, {@code dataset-in-use}, or what is refused of
   *     the request
   */
  public NewRun plan(Transaction tx, RunId runId, Prepared prepared) {
    RunRequest request = prepared.request();
    RunPreset preset = prepared.preset();
    UseRules rules = RequestedUse.of(request, policy);
    PretrainedClassifier classifier = prepared.pretrained();
    if (classifier != null) {
      RequestedUse.check(rules, classifier);
    }
    DatasetView dataset = dataset(tx, request.datasetId(), rules);
    AskedFold.check(request.fold(), dataset);
    String name =
        request.name() == null ? dataset.name() + " (" + preset.name() + ")" : request.name();
    RunPlan plan = plan(tx, dataset, request, preset, rules);
    if (plan instanceof PipelinePlan pipeline && classifier != null) {
      plan = pipeline.startingFrom(classifier);
    }
    return new NewRun(runId, name, plan, dataset.datasetId(), preset.name(), request);
  }

  /** The classifier that the request, or else the preset, says to start from. */
  private Optional<PretrainedClassifier> pretrained(RunRequest request, RunPreset preset) {
    if (preset instanceof Preset pipeline) {
      return Optional.ofNullable(request.classifierFrom())
          .or(() -> Optional.ofNullable(pipeline.classifierFrom()))
          .map(classifiers::require);
    }
    if (request.classifierFrom() != null) {
      throw new InvalidInput(
          "bad-field",
          "The field 'classifierFrom' is '%s', but preset %s trains no classifier; leave it out."
              .formatted(request.classifierFrom(), preset.name()));
    }
    return Optional.empty();
  }

  /**
   * A dataset that the run may use. A person who is being erased must not come back by a run that
   * begins meanwhile.
   */
  DatasetView dataset(Transaction tx, DatasetId id, UseRules rules) {
    datasets.lock(tx, id);
    runs.erasing(tx, id)
        .ifPresent(
            erasure -> {
              throw new InvalidInput(
                  "dataset-in-use",
                  "Start a run on dataset %s: run %s is taking a person out of it. Start again when it has ended."
                      .formatted(id, erasure));
            });
    DatasetView dataset =
        datasets
            .find(tx, id)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "dataset-not-found",
                        "There is no dataset " + id + "; register it with POST /v1/datasets."));
    rules.check("dataset '" + dataset.name() + "'", dataset.terms());
    return dataset;
  }

  private RunPlan plan(
      Transaction tx, DatasetView dataset, RunRequest request, RunPreset preset, UseRules rules) {
    if (preset instanceof FacePreset faces) {
      if (request.sampling() != null) {
        throw new InvalidInput(
            "bad-field",
            "The field 'sampling' is '%s', but preset %s learns no classes; leave it out."
                .formatted(request.sampling().wireName(), preset.name()));
      }
      if (!request.labels().isEmpty()) {
        throw new InvalidInput(
            "invalid-labels",
            "Train a generator of faces (%s) with labels: it learns none. Leave them out, or choose another preset."
                .formatted(preset.name()));
      }
      return new FaceTrainingPlan(SourceDataset.of(dataset), faces, rules, request.fold());
    }
    return PipelineLabels.plan(
            dataset,
            ((Preset) preset).sampled(request.sampling()),
            request.labels(),
            id -> AskedFold.checkFurther(request.fold(), dataset(tx, id, rules)),
            rules)
        .testing(request.fold());
  }
}
