package io.mien.synth;

import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.store.ObjectStore;
import io.mien.store.json.JsonLines;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Marking;
import io.mien.synth.quality.GatedGenerator;
import io.mien.synth.reuse.MadeItems;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one part of a bulk synthesis, batch by batch. What is done is left as a state now
 * and then, and when the attempt has to stop: another attempt goes on from there, and if none does,
 * it is what the client gets.
 */
final class ItemSynthesis {

  private static final int IMAGES_IN_BATCH = 32;
  private static final long STATE_EVERY = Duration.ofSeconds(15).toNanos();

  private final ObjectStore store;
  private final SynthEngine engine;
  private final Marking marking;
  private final @Nullable MadeItems made;

  /**
   * @param made what was made before; null to make everything anew
   */
  ItemSynthesis(ObjectStore store, SynthEngine engine, Marking marking, @Nullable MadeItems made) {
    this.store = store;
    this.engine = engine;
    this.marking = marking;
    this.made = made;
  }

  ItemsSynthesised synthesise(SynthesiseItems task, TaskContext context) throws IOException {
    List<PreparedItem> items = JsonLines.values(store.read(task.items()), PreparedItem.class);
    ItemImages images = new ItemImages(task, store, context, marking);
    ItemReuse reuse = new ItemReuse(task, made);
    try (GatedGenerator generator = open(task, context);
        ItemOutput output =
            new ItemOutput(task, context, images, reuse, ItemState.of(store, context));
        ItemFaces faces = ItemFaces.open(task, store, context.workDirectory())) {
      Work work = new Work(new ItemBatch(generator, output), output, reuse, context, items.size());
      for (PreparedItem item : items) {
        if (output.tellsOf(item)) {
          faces.skip(item);
        } else {
          work.add(faces.next(item));
        }
      }
      work.end();
      return output.finish();
    }
  }

  private GatedGenerator open(SynthesiseItems task, TaskContext context) {
    return GatedGenerator.open(
        engine, task.checkpoint(), task.wanted().share(), task.quality(), Requester.bulk(context));
  }

  /** Items on their way into batches. */
  private static final class Work {

    private final ItemBatch batch;
    private final ItemOutput output;
    private final ItemReuse reuse;
    private final TaskContext context;
    private final ProgressMeter meter;
    private final List<ItemFace> unasked = new ArrayList<>();
    private final List<ItemFace> waiting = new ArrayList<>();
    private int images;
    private long stateAt = System.nanoTime();

    Work(ItemBatch batch, ItemOutput output, ItemReuse reuse, TaskContext context, int items) {
      this.batch = batch;
      this.output = output;
      this.reuse = reuse;
      this.context = context;
      this.meter = new ProgressMeter(context::progress, "generate", "items", items);
      meter.startAt(output.told());
    }

    void add(ItemFace face) {
      unasked.add(face);
      if (unasked.size() == ItemReuse.AT_ONCE) {
        takeOver();
      }
    }

    /** Nothing is left to do after this. */
    void end() {
      takeOver();
      generate();
    }

    /** What was made before is copied, the rest waits until there is enough for a batch. */
    private void takeOver() {
      stopHere();
      List<ItemFace> others = reuse.takeOver(unasked, output);
      meter.advance(unasked.size() - others.size());
      unasked.clear();
      for (ItemFace face : others) {
        waiting.add(face);
        images += face.left().size();
        if (images >= IMAGES_IN_BATCH) {
          generate();
        }
      }
      leaveStateNowAndThen();
    }

    private void generate() {
      stopHere();
      try {
        batch.generate(waiting);
      } catch (Cancelled e) {
        output.leaveState();
        throw e;
      }
      meter.advance(waiting.size());
      waiting.clear();
      images = 0;
      leaveStateNowAndThen();
    }

    private void stopHere() {
      if (context.isStopping()) {
        output.leaveState();
        context.throwIfStopping();
      }
    }

    private void leaveStateNowAndThen() {
      if (System.nanoTime() - stateAt >= STATE_EVERY) {
        output.leaveState();
        stateAt = System.nanoTime();
      }
    }
  }
}
