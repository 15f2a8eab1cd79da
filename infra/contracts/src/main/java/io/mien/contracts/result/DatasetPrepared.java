package io.mien.contracts.result;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;

/**
 * @param dataset where the prepared dataset lies
 * @param contactSheet picture of sample crops and rejects, for a person
 * @param rejections JSON lines, one {@code Rejection} for each rejected file
 */
public record DatasetPrepared(
    PrefixRef dataset, DatasetManifest summary, ObjectRef rejections, ObjectRef contactSheet)
    implements TaskResult {}
