package io.mien.contracts.rest;

import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.result.EvaluationMeasures;
import java.time.Instant;

/**
 * A published evaluation.
 *
 * @param pageUrl the report page
 * @param galleryUrl the inputs beside their expressions
 */
public record EvaluationView(
    EvaluationId evaluationId,
    RunId runId,
    EvaluationMeasures measures,
    String pageUrl,
    String galleryUrl,
    Instant createdAt) {}
