package io.mien.orchestrator.system;

import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import java.nio.file.Path;

/** A generator to synthesise with, as a pipeline of scripted workers makes it. */
final class Champion {

  private Champion() {}

  /**
   * @param folder of a dataset
   */
  static void train(ScriptedWorker worker, ObjectStore store, Path folder) {
    Outcomes outcomes = new Outcomes(store);
    RunId run = Api.startRun(folder).runId();
    for (String step : Outcomes.PIPELINE) {
      RunTask offer = worker.awaitOffer(run, step, 1);
      worker.carryOut(offer, outcomes.of(offer));
    }
    Api.awaitRun(run, RunState.SUCCEEDED);
  }
}
