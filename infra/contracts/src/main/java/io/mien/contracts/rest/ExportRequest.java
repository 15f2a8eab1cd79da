package io.mien.contracts.rest;

import io.mien.contracts.task.CheckpointFormat;

/**
 * Body of {@code POST /v1/checkpoints/{id}/exports}.
 *
 * @param format of the file that the run makes
 */
public record ExportRequest(CheckpointFormat format) {}
