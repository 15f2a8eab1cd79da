package io.mien.ingest.item;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares items out in parts as they come, and writes down why the others cannot be begun. One part
 * is on disk at a time. Not thread-safe.
 */
final class ItemParts implements Closeable {

  /** Lines between two looks at whether the task shall stop. */
  private static final int STRIDE = 1000;

  private final TaskContext context;
  private final int itemsPerPart;
  private final ProgressMeter progress;
  private final LinesFile errors;
  private final List<ItemsListed.Part> parts = new ArrayList<>();
  private LinesFile part;
  private int accepted;

  /**
   * @param itemsPerPart of each but the last
   */
  ItemParts(TaskContext context, int itemsPerPart) throws IOException {
    this.context = context;
    this.itemsPerPart = itemsPerPart;
    this.progress = new ProgressMeter(context::progress, "list items", "items", 0);
    this.errors = new LinesFile(context.workDirectory().resolve("errors.jsonl"));
    this.part = newPart();
  }

  void add(Checked checked) throws IOException {
    if (checked instanceof Checked.Accepted taken) {
      accept(taken.item());
    } else {
      errors.add(((Checked.Refused) checked).item());
    }
    if (count() % STRIDE == 0) {
      step();
    }
  }

  /** Lines that were items, good ones or bad ones. */
  int count() {
    return accepted + errors.count();
  }

  ItemsListed finish() throws IOException {
    if (part.count() > 0) {
      uploadPart();
    }
    step();
    ObjectRef refused =
        errors.count() == 0 ? null : errors.upload(context.outputs(), "errors.jsonl");
    return new ItemsListed(accepted, errors.count(), refused, parts);
  }

  @Override
  public void close() throws IOException {
    try (errors) {
      part.close();
    }
  }

  private void accept(ListedItem item) throws IOException {
    part.add(item);
    accepted++;
    if (part.count() == itemsPerPart) {
      uploadPart();
      part = newPart();
    }
  }

  private void uploadPart() throws IOException {
    step();
    ObjectRef stored = part.upload(context.outputs(), "parts/%05d.jsonl".formatted(parts.size()));
    parts.add(new ItemsListed.Part(stored, part.count()));
  }

  private LinesFile newPart() throws IOException {
    return new LinesFile(context.workDirectory().resolve("part.jsonl"));
  }

  private void step() {
    context.throwIfStopping();
    progress.reach(count());
  }
}
