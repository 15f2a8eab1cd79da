package io.mien.orchestrator.queue;

import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.task.Lane;
import java.time.Instant;
import java.util.UUID;

/**
 * A task that could be offered now.
 *
 * @param client id of the API key whose work it is
 * @param urgentAt when it was queued, put forward or back by its priority; earlier ones first
 */
record WaitingTask(TaskId taskId, UUID client, Lane lane, Instant urgentAt) {}
