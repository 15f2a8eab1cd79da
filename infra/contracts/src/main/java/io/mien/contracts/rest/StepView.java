package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param name unique in its run: {@code ingest}, {@code train-classifier}, {@code train-stargan},
 *     {@code synthesise}, {@code evaluate}, {@code prepare}, {@code train-face-gan}, {@code
 *     generate}, {@code import}, {@code export}
 * @param waitingFor a sentence saying why the step is not running, absent when it runs or has ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(
    StepId stepId,
    String name,
    TaskKind kind,
    StepState state,
    List<String> dependsOn,
    @Nullable TaskView task,
    @Nullable String waitingFor) {}
