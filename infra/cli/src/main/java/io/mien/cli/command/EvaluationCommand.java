package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.MeasuresTable;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.EvaluationView;
import io.mien.contracts.rest.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien evaluation RUN}: what a run's evaluation measured. */
@Command(
    name = "evaluation",
    mixinStandardHelpOptions = true,
    description = "Show what a run's evaluation measured.")
public final class EvaluationCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "RUN")
  private RunId run;

  @Override
  public void run() {
    MienClient client = server.client();
    RunView view = client.get("/v1/runs/" + run, RunView.class);
    if (view.evaluationId() == null) {
      throw new InvalidInput(
          "no-evaluation",
          "Show the evaluation of run " + run + ": it has none; its state is " + view.state());
    }
    EvaluationView evaluation =
        client.get("/v1/evaluations/" + view.evaluationId(), EvaluationView.class);
    server.print(evaluation, () -> MeasuresTable.print(evaluation.measures(), System.out));
  }
}
