package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.task.Sampling;
import io.mien.contracts.terms.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/runs}.
 *
 * @param preset name of a preset: see {@code GET /v1/presets}
 * @param name for people; made from dataset and preset when absent
 * @param labels what a pipeline's StarGAN learns, several groups jointly; the first is what the
 *     generated images are judged by. The preset's when absent, and expressions when it says none
 * @param classifierFrom id or alias of a classifier's checkpoint whose weights and dimensions the
 *     pipeline's classifier starts from; absent for what the preset says
 * @param purpose of what the run makes; the installation's when absent
 * @param minors whether data that shows minors is meant to be used; not when absent
 * @param fold which fold of its datasets tests, from 1; the first when absent. Only for datasets
 *     that were registered with folds
 * @param sampling how often the classifier and StarGAN see each class; the preset's when absent
 * @param priority -100 to 99; the preset's when absent. Within a client's work a point is worth a
 *     minute of waiting; from 50 on, which operators may ask for, it goes ahead of all other batch
 *     work and trainings make room for it
 * @param fresh true to do every step anew; otherwise a step takes the result of an earlier one that
 *     did the same with the same code
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunRequest(
    DatasetId datasetId,
    String preset,
    @Nullable String name,
    List<RunLabels> labels,
    @Nullable String classifierFrom,
    @Nullable Purpose purpose,
    @Nullable Inclusion minors,
    @Nullable Integer fold,
    @Nullable Sampling sampling,
    @Nullable Integer priority,
    @Nullable Boolean fresh)
    implements RepeatableRequest {

  public RunRequest(
      DatasetId datasetId,
      String preset,
      @Nullable String name,
      @Nullable List<RunLabels> labels,
      @Nullable String classifierFrom,
      @Nullable Purpose purpose,
      @Nullable Inclusion minors,
      @Nullable Integer fold,
      @Nullable Sampling sampling,
      @Nullable Integer priority,
      @Nullable Boolean fresh) {
    this.datasetId = datasetId;
    this.preset = preset;
    this.name = name;
    this.labels = labels == null ? List.of() : List.copyOf(labels);
    this.classifierFrom = classifierFrom;
    this.purpose = purpose;
    this.minors = minors;
    this.fold = fold;
    this.sampling = sampling;
    this.priority = priority;
    this.fresh = fresh;
  }

  /** For the installation's purpose. */
  public RunRequest(
      DatasetId datasetId,
      String preset,
      @Nullable String name,
      @Nullable List<RunLabels> labels,
      @Nullable String classifierFrom) {
    this(datasetId, preset, name, labels, classifierFrom, null, null, null, null, null, null);
  }

  /** With the preset's labels. */
  public RunRequest(DatasetId datasetId, String preset, @Nullable String name) {
    this(datasetId, preset, name, List.of(), null);
  }
}
