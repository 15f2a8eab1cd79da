package io.mien.synth;

import io.mien.contracts.event.DoneItems;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.RejectedImage;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.store.json.JsonLines;
import io.mien.synth.quality.GatedImage;
import io.mien.synth.reuse.MadeImage;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a part on their way to the store, and what is told of them. Used by one thread. */
final class ItemOutput implements AutoCloseable {

  private static final String MANIFEST = "part.json";

  private final SynthesiseItems task;
  private final TaskContext context;
  private final ItemImages images;
  private final ItemReuse reuse;
  private final ItemState earlier;
  private final SideThreads<SynthesisedItem> uploads;
  private final List<FailedItem> failed = new ArrayList<>();
  private final Set<Integer> told = new HashSet<>();
  private int toldInState;

  /**
   * @param reuse which remembers what is done here
   */
  ItemOutput(
      SynthesiseItems task,
      TaskContext context,
      ItemImages images,
      ItemReuse reuse,
      ItemState earlier) {
    this.task = task;
    this.context = context;
    this.images = images;
    this.reuse = reuse;
    // Of items, each with all its images; of photos no two may be in memory
    this.uploads = task.photos() == null ? new SideThreads<>(4, 8) : new SideThreads<>(1, 1);
    this.earlier = earlier;
    failed.addAll(earlier.failed());
    earlier.failed().forEach(item -> told.add(item.line()));
    earlier.done().forEach(item -> told.add(item.line()));
    this.toldInState = told.size();
  }

  /** Whether it is known what became of an item. */
  boolean tellsOf(PreparedItem item) {
    return told.contains(item.line());
  }

  /** Whether any item was done, now or before. */
  boolean hasDone() {
    return told.size() > failed.size();
  }

  /** How many items it is known of. */
  int told() {
    return told.size();
  }

  /**
   * Queues the images of an item that are good enough, and those that were made before.
   *
   * @param made all others that are asked for
   */
  void add(ItemFace face, List<GatedImage> made) {
    List<GatedImage> accepted = made.stream().filter(GatedImage::isAccepted).toList();
    List<RejectedImage> rejected = GatedImage.rejected(made);
    uploads.add(() -> stored(face, accepted, rejected));
    told.add(face.item().line());
  }

  void fail(ItemFace face, String code, String message) {
    face.discardPhoto();
    PreparedItem item = face.item();
    failed.add(new FailedItem(item.line(), item.customId(), code, message));
    told.add(item.line());
  }

  /** Publishes what is done so far, unless there is nothing new. */
  void leaveState() {
    if (told.size() == toldInState) {
      return;
    }
    List<SynthesisedItem> done = done();
    String place = "state/%08d/".formatted(told.size());
    ItemsSynthesised state = write(place, done);
    ObjectRef manifest = put(place + MANIFEST, JsonLines.bytes(List.of(state)), "application/json");
    String prefix = manifest.key().substring(0, manifest.key().length() - MANIFEST.length());
    context.checkpointed(
        done.size(),
        new PrefixRef(manifest.bucket(), prefix, manifest),
        new DoneItems(state.rejected(), state.images()));
    toldInState = told.size();
  }

  /** Waits for every image, and tells what became of all items. */
  ItemsSynthesised finish() {
    return write("", done());
  }

  @Override
  public void close() {
    uploads.close();
  }

  private SynthesisedItem stored(
      ItemFace face, List<GatedImage> accepted, List<RejectedImage> rejected) {
    List<MadeImage> stored =
        new ArrayList<>(face.taken().stream().map(made -> copy(face, made)).toList());
    stored.addAll(images.publish(face, accepted));
    face.discardPhoto();
    reuse.remember(face, stored);
    stored.sort(Comparator.comparingInt(image -> face.item().labels().indexOf(image.label())));
    return item(face.item(), stored, rejected);
  }

  private MadeImage copy(ItemFace face, MadeImage made) {
    try {
      return images.copy(face, made);
    } catch (InvalidInput e) {
      reuse.forget(face);
      throw new Unavailable(
          "image-gone",
          "Copy what task %s made: %s The next attempt makes it anew."
              .formatted(made.task(), e.getMessage()),
          e);
    }
  }

  private SynthesisedItem item(
      PreparedItem item, List<MadeImage> stored, List<RejectedImage> rejected) {
    Reused reused = Reused.of(stored, context.task().taskId());
    return new SynthesisedItem(
        item.line(),
        item.customId(),
        item.source(),
        item.face(),
        task.checkpoint().manifest().sha256(),
        item.group(),
        reused.images(),
        rejected,
        reused.from());
  }

  private List<SynthesisedItem> done() {
    List<SynthesisedItem> done = new ArrayList<>(earlier.done());
    done.addAll(uploads.finish());
    done.sort(Comparator.comparingInt(SynthesisedItem::line)); // what was made before comes first
    return done;
  }

  private ItemsSynthesised write(String place, List<SynthesisedItem> done) {
    return new ItemsSynthesised(
        done.size(),
        (int) done.stream().filter(item -> !item.rejected().isEmpty()).count(),
        failed.size(),
        done.stream().mapToInt(item -> item.images().size()).sum(),
        put(place + "results.jsonl", JsonLines.bytes(done), JsonLines.TYPE),
        errors(place),
        earlier.sets());
  }

  private @Nullable ObjectRef errors(String place) {
    return failed.isEmpty()
        ? null
        : put(place + "errors.jsonl", JsonLines.bytes(failed), JsonLines.TYPE);
  }

  private ObjectRef put(String name, byte[] bytes, String type) {
    return context.outputs().put(Bucket.SYNTHESES, name, bytes, type);
  }
}
