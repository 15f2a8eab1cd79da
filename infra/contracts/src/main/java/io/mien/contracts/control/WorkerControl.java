package io.mien.contracts.control;

import io.mien.contracts.id.WorkerId;

/** An order to one worker. */
public sealed interface WorkerControl extends Order permits DrainWorker, ResumeWorker {

  WorkerId worker();
}
