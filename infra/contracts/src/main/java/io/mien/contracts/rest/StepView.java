package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.event.Progress;
import io.mien.contracts.id.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param name unique in its run: {@code list}, {@code detect}, {@code pack}, {@code
 *     train-classifier}, {@code train-stargan}, {@code synthesise}, {@code evaluate}, {@code
 *     prepare}, {@code train-face-gan}, {@code generate}, {@code import}, {@code export}
 * @param task its task; of several the one to look at: one that failed, or runs, or is the newest
 * @param tasks how many there are, where there are several
 * @param progress of all its tasks together, once there is any
 * @param seconds from its first start to its end, or to now
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
    @Nullable StepTasks tasks,
    @Nullable Progress progress,
    @Nullable Double seconds,
    @Nullable String waitingFor) {}
