package io.mien.contracts.control;

import io.mien.contracts.id.TaskId;

/** An order about one task; every worker reads all and acts on its own. */
public sealed interface TaskControl extends Order permits CancelTask, RevokeTask, YieldTask {

  TaskId taskId();
}
