package io.mien.orchestrator.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.orchestrator.synthesis.SynthesisPart.Work;
import io.mien.store.ObjectStore;
import io.mien.store.json.JsonLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the items of one part. Once the synthesis has ended, every item is either in the
 * results or in the errors.
 */
final class PartLines {

  private final ObjectStore store;

  PartLines(ObjectStore store) {
    this.store = store;
  }

  /** The items that are done. */
  List<SynthesisedItem> results(SynthesisPart part) {
    List<SynthesisedItem> items =
        done(part).map(done -> lines(done.results(), SynthesisedItem.class)).orElse(List.of());
    TaskId earlier = part.generate() == null ? null : part.generate().reusedFrom();
    return earlier == null
        ? items
        : items.stream().map(item -> item.reusedFrom() == null ? of(earlier, item) : item).toList();
  }

  /** The lines of a part that is taken as a whole are those of the earlier task. */
  private static SynthesisedItem of(TaskId earlier, SynthesisedItem item) {
    return new SynthesisedItem(
        item.line(),
        item.customId(),
        item.source(),
        item.face(),
        item.checkpoint(),
        item.group(),
        item.images(),
        item.rejected(),
        earlier);
  }

  /**
   * The items that failed.
   *
   * @param ending why the synthesis has ended, for items that were never done; null while it goes
   *     on
   */
  List<FailedItem> errors(SynthesisPart part, @Nullable Undone ending) {
    List<FailedItem> errors = new ArrayList<>(unprepared(part));
    done(part).ifPresent(each -> errors.addAll(errors(each.errors())));
    reason(part, ending).ifPresent(reason -> errors.addAll(undone(part, errors, reason)));
    return errors;
  }

  /** The items that failed when they were prepared. */
  List<FailedItem> unprepared(SynthesisPart part) {
    return part.prepare().result() instanceof ItemsPrepared prepared
        ? errors(prepared.errors())
        : List.of();
  }

  private List<FailedItem> errors(@Nullable ObjectRef lines) {
    return lines == null ? List.of() : lines(lines, FailedItem.class);
  }

  private Optional<ItemsSynthesised> done(SynthesisPart part) {
    Work generate = part.generate();
    if (generate == null) {
      return Optional.empty();
    }
    if (generate.result() instanceof ItemsSynthesised synthesised) {
      return Optional.of(synthesised);
    }
    return Optional.ofNullable(generate.left())
        .map(left -> lines(left.manifest(), ItemsSynthesised.class).get(0));
  }

  /** Why items of the part will not be done; empty while they may be, or when all were. */
  private static Optional<Undone> reason(SynthesisPart part, @Nullable Undone ending) {
    Work generate = part.generate();
    Work last = part.last();
    if (last.isLost()) {
      return Optional.ofNullable(last.error()).map(Undone::of);
    }
    return generate != null && generate.result() != null
        ? Optional.empty()
        : Optional.ofNullable(ending);
  }

  /** The items of which neither the results nor these errors tell. */
  private List<FailedItem> undone(SynthesisPart part, List<FailedItem> errors, Undone reason) {
    Set<Integer> told = new HashSet<>();
    results(part).forEach(item -> told.add(item.line()));
    errors.forEach(item -> told.add(item.line()));
    return lines(begun(part), JsonNode.class).stream()
        .filter(item -> !told.contains(item.path("line").asInt()))
        .map(
            item ->
                new FailedItem(
                    item.path("line").asInt(),
                    item.path("custom_id").asText(),
                    reason.code(),
                    reason.message()))
        .toList();
  }

  /** The items that the part came to: those that are prepared, or else all that were listed. */
  private static ObjectRef begun(SynthesisPart part) {
    Work generate = part.generate();
    if (generate != null && generate.spec() instanceof SynthesiseItems spec) {
      return spec.items();
    }
    return part.prepare().result() instanceof ItemsPrepared prepared
        ? prepared.items()
        : ((PrepareItems) part.prepare().spec()).items();
  }

  private <T> List<T> lines(ObjectRef object, Class<T> type) {
    return JsonLines.values(store.read(object), type);
  }
}
