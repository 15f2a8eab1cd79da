package io.mien.orchestrator.synthesis;

import io.mien.contracts.id.RunId;
import io.mien.contracts.object.ObjectRef;
import io.mien.orchestrator.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a synthesis one after the other, and what was never in a part. */
final class SynthesisParts {

  private static final int PARTS_AT_ONCE = 50;

  private final Database database;
  private final JdbcSynthesisParts rows = new JdbcSynthesisParts();

  SynthesisParts(Database database) {
    this.database = database;
  }

  /** In order, read as far as the stream is: each as it stands when its page is read. */
  Stream<SynthesisPart> of(RunId run) {
    return Stream.iterate(page(run, -1), page -> !page.isEmpty(), page -> next(run, page))
        .flatMap(List::stream);
  }

  /** The lines that could not be begun; empty when there are none, or nobody has looked yet. */
  Optional<ObjectRef> listErrors(RunId run) {
    return database.transact(tx -> rows.listErrors(tx, run));
  }

  private List<SynthesisPart> next(RunId run, List<SynthesisPart> page) {
    boolean isLast = page.size() < PARTS_AT_ONCE;
    return isLast ? List.of() : page(run, page.get(page.size() - 1).number());
  }

  private List<SynthesisPart> page(RunId run, int after) {
    return database.transact(tx -> rows.page(tx, run, after, PARTS_AT_ONCE));
  }
}
