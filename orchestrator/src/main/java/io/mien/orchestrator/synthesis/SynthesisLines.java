package io.mien.orchestrator.synthesis;

import io.mien.contracts.id.RunId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.orchestrator.database.Database;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Results and errors of a synthesis as JSON lines, part after part: a million items take no more
 * memory than those of one part.
 */
public final class SynthesisLines {

  private final ObjectStore store;
  private final SynthesisParts parts;
  private final PartLines lines;

  public SynthesisLines(Database database, ObjectStore store) {
    this.store = store;
    this.parts = new SynthesisParts(database);
    this.lines = new PartLines(store);
  }

  /** Does something with each of several things, one after the other. */
  @FunctionalInterface
  interface Each<T> {
    void accept(T each) throws IOException;
  }

  /**
   * Writes the items that are done by now.
   *
   * @param links the address of an image
   */
  public void results(RunId run, Function<ObjectRef, String> links, OutputStream out)
      throws IOException {
    forEachResult(run, item -> write(LinkedItem.of(item, links), out));
  }

  /** Writes the items that have failed by now; of a synthesis that has ended, all but the done. */
  public void errors(SynthesisView synthesis, OutputStream out) throws IOException {
    Undone ending = Undone.of(synthesis).orElse(null);
    RunId run = synthesis.runId();
    Optional<ObjectRef> listed = parts.listErrors(run);
    if (listed.isPresent()) {
      copy(listed.get(), out);
    }
    forEachPart(
        run,
        part -> {
          for (FailedItem item : lines.errors(part, ending)) {
            write(item, out);
          }
        });
  }

  /** Hands over the items that are done by now. */
  void forEachResult(RunId run, Each<SynthesisedItem> consumer) throws IOException {
    forEachPart(
        run,
        part -> {
          for (SynthesisedItem item : lines.results(part)) {
            consumer.accept(item);
          }
        });
  }

  private void forEachPart(RunId run, Each<SynthesisPart> consumer) throws IOException {
    for (Iterator<SynthesisPart> each = parts.of(run).iterator(); each.hasNext(); ) {
      consumer.accept(each.next());
    }
  }

  /**
   * Every line of the request can be among those that could not be begun, so they go through a
   * file.
   */
  private void copy(ObjectRef lines, OutputStream out) throws IOException {
    Path file = Files.createTempFile("mien-errors-", ".jsonl");
    try {
      store.download(lines, file);
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void write(Object line, OutputStream out) throws IOException {
    out.write(WireJson.MAPPER.writeValueAsBytes(line));
    out.write('\n');
  }
}
