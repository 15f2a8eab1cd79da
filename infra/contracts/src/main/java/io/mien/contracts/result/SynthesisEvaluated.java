package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;

/**
 * @param report where the report lies; its manifest is {@code report.json}
 * @param page the report for a person, one HTML file
 */
public record SynthesisEvaluated(PrefixRef report, ObjectRef page, EvaluationMeasures measures)
    implements TaskResult {}
