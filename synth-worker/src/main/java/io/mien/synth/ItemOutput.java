package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.networks.image.RgbImage;
import io.mien.store.json.JsonLines;
import io.mien.synth.image.GeneratedPng;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a part on their way to the store, and what is told of them. Used by one thread. */
final class ItemOutput implements AutoCloseable {

  private static final String MANIFEST = "part.json";

  private final TaskContext context;
  private final PrefixRef checkpoint;
  private final GeneratedPng png;
  private final ItemState earlier;
  private final Uploads<SynthesisedItem.Image> uploads = new Uploads<>();
  private final List<PreparedItem> added = new ArrayList<>();
  private final List<FailedItem> failed = new ArrayList<>();
  private final Set<Integer> told = new HashSet<>();
  private int toldInState;

  ItemOutput(TaskContext context, PrefixRef checkpoint, GeneratedPng png, ItemState earlier) {
    this.context = context;
    this.checkpoint = checkpoint;
    this.png = png;
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

  /** How many items it is known of. */
  int told() {
    return told.size();
  }

  /** Queues the images of an item, one for each of its labels. */
  void add(PreparedItem item, List<RgbImage> images) {
    for (int i = 0; i < images.size(); i++) {
      RgbImage image = images.get(i);
      String label = item.labels().get(i);
      uploads.add(() -> upload(item, label, image));
    }
    added.add(item);
    told.add(item.line());
  }

  void fail(PreparedItem item, String code, String message) {
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
    context.checkpointed(done.size(), new PrefixRef(manifest.bucket(), prefix, manifest));
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

  private List<SynthesisedItem> done() {
    List<SynthesisedItem.Image> images = uploads.finish();
    List<SynthesisedItem> done = new ArrayList<>(earlier.done());
    int next = 0;
    for (PreparedItem item : added) {
      int end = next + item.labels().size();
      done.add(
          new SynthesisedItem(
              item.line(),
              item.customId(),
              item.source(),
              item.face(),
              checkpoint.manifest().sha256(),
              item.group(),
              images.subList(next, end)));
      next = end;
    }
    return done;
  }

  private ItemsSynthesised write(String place, List<SynthesisedItem> done) {
    return new ItemsSynthesised(
        done.size(),
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

  private SynthesisedItem.Image upload(PreparedItem item, String label, RgbImage image) {
    byte[] bytes = png.encode(image, label, item.source());
    String name = "images/%08d/%s.png".formatted(item.line(), label);
    return new SynthesisedItem.Image(label, put(name, bytes, "image/png"));
  }
}
