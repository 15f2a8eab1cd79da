package io.mien.orchestrator.request;

import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.synthesis.Syntheses;
import java.util.List;

/** Tells the end of syntheses that were asked for by events. */
public final class SynthesisAnswers implements Step {

  private static final int BATCH = 50;

  private final Database database;
  private final Syntheses syntheses;
  private final Answers answers;
  private final JdbcSynthesisRequests rows = new JdbcSynthesisRequests();

  public SynthesisAnswers(Database database, Syntheses syntheses, Answers answers) {
    this.database = database;
    this.syntheses = syntheses;
    this.answers = answers;
  }

  @Override
  public Progress step() {
    return database.transact(this::answer) == BATCH ? Progress.MORE : Progress.DONE;
  }

  private int answer(Transaction tx) {
    List<JdbcSynthesisRequests.Ended> ended = rows.takeEnded(tx, BATCH);
    for (JdbcSynthesisRequests.Ended each : ended) {
      answers.send(tx, each.event(), SynthesisEvents.ENDED, syntheses.require(tx, each.runId()));
    }
    return ended.size();
  }
}
