package io.mien.orchestrator.synthesis;

import io.mien.contracts.TaskState;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.SynthesisItemView;
import io.mien.contracts.rest.SynthesisItemView.State;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.PrepareItems;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.synthesis.SynthesisPart.Work;
import io.mien.store.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds one item of a synthesis. Which part has it is told by the lists that the parts began with,
 * line by line up to the item; everything else is read of that part alone.
 */
public final class ItemSearch {

  private final SynthesisParts parts;
  private final PartLines lines;
  private final LineSearch search;

  public ItemSearch(Database database, ObjectStore store) {
    this.parts = new SynthesisParts(database);
    this.lines = new PartLines(store);
    this.search = new LineSearch(store);
  }

  /**
   * What became of an item by now; empty when no line has its id. Where several have, that of the
   * one that was begun.
   *
   * @param links the address of an image
   */
  public Optional<SynthesisItemView> find(
      SynthesisView synthesis, String customId, Function<ObjectRef, String> links) {
    Undone ending = Undone.of(synthesis).orElse(null);
    return parts
        .of(synthesis.runId())
        .flatMap(
            part -> listed(part, customId).map(item -> view(part, item, ending, links)).stream())
        .findFirst()
        .or(() -> notBegun(synthesis, customId));
  }

  private Optional<ListedItem> listed(SynthesisPart part, String customId) {
    ObjectRef list = ((PrepareItems) part.prepare().spec()).items();
    return search.first(list, customId, ListedItem.class);
  }

  /** A line that could not be begun. */
  private Optional<SynthesisItemView> notBegun(SynthesisView synthesis, String customId) {
    return parts
        .listErrors(synthesis.runId())
        .flatMap(errors -> search.first(errors, customId, FailedItem.class))
        .map(
            error ->
                new SynthesisItemView(
                    customId, State.FAILED, error.line(), null, null, null, null, error));
  }

  private SynthesisItemView view(
      SynthesisPart part,
      ListedItem item,
      @Nullable Undone ending,
      Function<ObjectRef, String> links) {
    Optional<FailedItem> unprepared = of(item, lines.unprepared(part));
    if (unprepared.isPresent()) {
      return failed(part, part.prepare(), item, unprepared.get());
    }
    Optional<SynthesisedItem> done =
        lines.results(part).stream().filter(each -> each.line() == item.line()).findFirst();
    return done.map(result -> done(part, item, result, links))
        .or(
            () ->
                of(item, lines.errors(part, ending))
                    .map(error -> failed(part, part.last(), item, error)))
        .orElseGet(() -> view(part, part.last(), item, waiting(part), null, null));
  }

  private static Optional<FailedItem> of(ListedItem item, List<FailedItem> errors) {
    return errors.stream().filter(error -> error.line() == item.line()).findFirst();
  }

  private static SynthesisItemView done(
      SynthesisPart part,
      ListedItem item,
      SynthesisedItem result,
      Function<ObjectRef, String> links) {
    State state = result.rejected().isEmpty() ? State.SUCCEEDED : State.REJECTED;
    return view(part, part.last(), item, state, LinkedItem.of(result, links), null);
  }

  private static SynthesisItemView failed(
      SynthesisPart part, Work with, ListedItem item, FailedItem error) {
    return view(part, with, item, State.FAILED, null, error);
  }

  private static State waiting(SynthesisPart part) {
    Work last = part.last();
    boolean works = last.state() == TaskState.RUNNING || last.state() == TaskState.CANCELLING;
    if (part.generate() != null) {
      return works ? State.GENERATING : State.PREPARED;
    }
    if (last.result() != null) {
      return State.PREPARED;
    }
    return works ? State.PREPARING : State.QUEUED;
  }

  private static SynthesisItemView view(
      SynthesisPart part,
      Work with,
      ListedItem item,
      State state,
      @Nullable Object result,
      @Nullable FailedItem error) {
    return new SynthesisItemView(
        item.customId(),
        state,
        item.line(),
        part.number(),
        with.taskId(),
        with.attempt(),
        result,
        error);
  }
}
