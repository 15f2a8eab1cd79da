package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.TrainingRequest;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.preset.FacePreset;
import io.mien.orchestrator.preset.Preset;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunPreset;
import io.mien.store.json.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Datasets, checkpoints and presets that a run may use; refuses those that it may not. */
final class UsableThings implements StepsPlanner.NamedThings {

  private static final String DATASET = "$dataset";
  private static final String CHECKPOINT = "$checkpoint";
  private static final String PRESET = "$preset";

  private final Transaction tx;
  private final BiFunction<Transaction, DatasetId, DatasetView> datasets;
  private final NamedCheckpoints checkpoints;
  private final Presets presets;
  private final UseRules rules;
  private final List<DatasetId> found = new ArrayList<>();

  /**
   * @param datasets finds one that the run may use, and keeps it from being changed
   */
  UsableThings(
      Transaction tx,
      BiFunction<Transaction, DatasetId, DatasetView> datasets,
      NamedCheckpoints checkpoints,
      Presets presets,
      UseRules rules) {
    this.tx = tx;
    this.datasets = datasets;
    this.checkpoints = checkpoints;
    this.presets = presets;
    this.rules = rules;
  }

  @Override
  public JsonNode find(ObjectNode reference) {
    Object what;
    if (reference.has(DATASET)) {
      what = dataset(reference.path(DATASET).asText());
    } else if (reference.has(CHECKPOINT)) {
      what = checkpoint(reference.path(CHECKPOINT).asText(), reference.path("network").asText());
    } else if (reference.has(PRESET)) {
      what = training(reference.path(PRESET).asText(), reference.path("field").asText());
    } else {
      throw new InvalidInput(
          "invalid-steps",
          "Plan a run: %s is no reference; there are $dataset, $checkpoint, $preset and $step."
              .formatted(reference));
    }
    return WireJson.MAPPER.valueToTree(what);
  }

  @Override
  public List<DatasetId> datasets() {
    return List.copyOf(found);
  }

  private Object dataset(String id) {
    DatasetView dataset = datasets.apply(tx, id(id));
    DatasetPrepared prepared = dataset.prepared();
    if (prepared == null) {
      throw new InvalidInput(
          "dataset-not-prepared",
          "Plan a run: dataset %s has not been prepared yet; start a pipeline on it first."
              .formatted(id));
    }
    if (!found.contains(dataset.datasetId())) {
      found.add(dataset.datasetId());
    }
    return prepared.dataset();
  }

  private static DatasetId id(String text) {
    try {
      return DatasetId.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "invalid-steps", "Plan a run: '" + text + "' is no id of a dataset.", e);
    }
  }

  private Object checkpoint(String name, String network) {
    CheckpointView checkpoint = checkpoints.require(tx, name, network);
    RequestedUse.check(rules, checkpoint);
    return checkpoint.location();
  }

  private TrainingRequest training(String name, String field) {
    RunPreset preset = presets.require(name);
    if (preset instanceof Preset pipeline && field.equals("stargan")) {
      return pipeline.stargan();
    } else if (preset instanceof Preset pipeline && field.equals("classifier")) {
      return pipeline.classifier();
    } else if (preset instanceof FacePreset faces && field.equals("training")) {
      return faces.training();
    }
    throw new InvalidInput(
        "invalid-steps",
        "Plan a run: preset %s has no '%s'; pipelines have stargan and classifier, generators of faces have training."
            .formatted(name, field));
  }
}
