package io.mien.contracts.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * Stop this attempt at once and report nothing: it is not, or no longer, the current one.
 *
 * @param attempt the attempt to stop; newer ones go on
 * @param worker the only worker to stop, or null for whoever runs the attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevokeTask(TaskId taskId, int attempt, @Nullable WorkerId worker)
    implements TaskControl {}
