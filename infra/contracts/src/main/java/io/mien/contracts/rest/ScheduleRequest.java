package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/schedules}.
 *
 * @param name for people; no other schedule has it
 * @param cron minute, hour, day of month, month and day of week, as in {@code 0 2 * * 1-5}
 * @param timezone of the cron expression, such as {@code Europe/Berlin}; UTC when absent
 * @param overlap skip when absent
 * @param run what is started: a body of {@code POST /v1/runs}; absent with {@code steps}
 * @param steps what is started instead: a body of {@code POST /v1/runs/steps}, such as a template
 *     with its parameters. What it names is looked up anew at each time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleRequest(
    String name,
    String cron,
    @Nullable String timezone,
    @Nullable Overlap overlap,
    @Nullable RunRequest run,
    @Nullable StepsRequest steps) {}
