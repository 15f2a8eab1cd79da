package io.mien.orchestrator.run;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.InspectionRequest;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.terms.UsageTerms;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunPreset;
import io.mien.orchestrator.run.RunStarter.NewRun;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Starts the runs in which somebody looks at a dataset before it is ingested. */
public final class InspectionStarter {

  /** The crops that most trainings want. */
  private static final String PRESET = "standard";

  private final Database database;
  private final SourceCheck sources;
  private final JdbcDatasetRepository datasets;
  private final Presets presets;
  private final RunStarter starter;
  private final Uuid7 ids;

  public InspectionStarter(
      Database database,
      JdbcDatasetRepository datasets,
      SourceCheck sources,
      Presets presets,
      RunStarter starter,
      Uuid7 ids) {
    this.database = database;
    this.sources = sources;
    this.datasets = datasets;
    this.presets = presets;
    this.starter = starter;
    this.ids = ids;
  }

  /**
   * Starts the run, or finds the one that the same request started before.
   *
   * @throws InvalidInput {@code field-missing}, {@code dataset-not-found}, {@code unknown-preset},
   *     or what is said of a dataset that is registered so
   */
  public RunId start(InspectionRequest request, JdbcIdempotencyKeys.Request once) {
    RunPreset preset = presets.require(Objects.requireNonNullElse(request.preset(), PRESET));
    if (request.datasetId() == null && request.source() != null) {
      sources.check(request.source());
    }
    RunId fresh = new RunId(ids.next());
    return database.transact(
        tx -> starter.startOnce(tx, once, fresh, () -> planned(tx, fresh, request, preset)));
  }

  private NewRun planned(Transaction tx, RunId runId, InspectionRequest request, RunPreset preset) {
    DatasetId id = request.datasetId();
    SourceDataset dataset = id == null ? folder(runId, request) : registered(tx, id);
    InspectionDepth depth = Objects.requireNonNullElse(request.depth(), InspectionDepth.FACES);
    return new NewRun(
        runId,
        "Inspection of " + dataset.name(),
        new InspectionPlan(
            new InspectDataset(dataset.ingest(preset, dataset.colour(), null), depth)),
        id,
        preset.name());
  }

  private SourceDataset registered(Transaction tx, DatasetId id) {
    return datasets
        .find(tx, id)
        .map(SourceDataset::of)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "dataset-not-found",
                    "There is no dataset " + id + "; name one that is registered, or a folder."));
  }

  private static SourceDataset folder(RunId runId, InspectionRequest request) {
    URI source = request.source();
    if (source == null) {
      throw new InvalidInput(
          "field-missing",
          "The request lacks the fields 'datasetId' and 'source'; add one of them.");
    }
    String layout = Objects.requireNonNullElse(request.layout(), Layouts.AUTO);
    LayoutOptions options = Objects.requireNonNullElse(request.options(), LayoutOptions.DEFAULTS);
    Layouts.check(layout, options);
    return new SourceDataset(
        new DatasetId(runId.value()),
        source.toString(),
        source,
        layout,
        options,
        List.of(),
        null,
        UsageTerms.UNKNOWN);
  }
}
