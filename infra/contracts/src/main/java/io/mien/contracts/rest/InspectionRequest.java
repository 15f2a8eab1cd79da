package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.task.InspectionDepth;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/datasets/inspections}: a registered dataset, or a folder.
 *
 * @param datasetId absent for a folder
 * @param source folder that the ingest workers can read, as a {@code file:} URI; absent for a
 *     registered dataset
 * @param layout of a folder: {@code auto} or one of {@link Layouts#NAMES}; {@code auto} when absent
 * @param options what the layout of a folder leaves to choose; its defaults when absent
 * @param preset whose crops and split are meant; {@code standard} when absent
 * @param depth {@code faces} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InspectionRequest(
    @Nullable DatasetId datasetId,
    @Nullable URI source,
    @Nullable String layout,
    @Nullable LayoutOptions options,
    @Nullable String preset,
    @Nullable InspectionDepth depth) {}
