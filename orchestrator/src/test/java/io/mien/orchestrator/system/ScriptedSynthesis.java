package io.mien.orchestrator.system;

import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.RejectedImage;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.json.JsonLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What workers make of a synthesis of many photos, with objects that are really there. Item {@code
 * n} is called {@code item-n} and is on line {@code n}.
 */
final class ScriptedSynthesis {

  private static final FaceBox FACE = new FaceBox(1, 2, 30, 40, 0);

  private final ObjectStore store;

  ScriptedSynthesis(ObjectStore store) {
    this.store = store;
  }

  /** Parts of these lines; the others that are given failed. */
  ItemsListed listed(RunTask offer, List<List<Integer>> parts, List<FailedItem> failed) {
    List<ItemsListed.Part> listed = new ArrayList<>();
    for (List<Integer> lines : parts) {
      List<ListedItem> items = lines.stream().map(ScriptedSynthesis::item).toList();
      listed.add(
          new ItemsListed.Part(
              put(offer, "parts/" + listed.size() + ".jsonl", items), items.size()));
    }
    int accepted = parts.stream().mapToInt(List::size).sum();
    return new ItemsListed(accepted, failed.size(), errors(offer, failed), listed);
  }

  ItemsPrepared prepared(RunTask offer, List<Integer> lines, List<FailedItem> failed) {
    List<PreparedItem> items =
        lines.stream()
            .map(
                line ->
                    new PreparedItem(
                        line,
                        name(line),
                        "source",
                        FACE,
                        "expression",
                        List.of("happy"),
                        List.of()))
            .toList();
    return new ItemsPrepared(
        lines.size(),
        failed.size(),
        put(offer, "crops.tar", List.of("crops")),
        put(offer, "items.jsonl", items),
        errors(offer, failed));
  }

  ItemsPrepared preparedWithPhotos(RunTask offer, List<Integer> lines) {
    ItemsPrepared crops = prepared(offer, lines, List.of());
    return new ItemsPrepared(
        crops.prepared(),
        0,
        crops.crops(),
        crops.items(),
        null,
        put(offer, "photos.tar", List.of("photos")));
  }

  ItemsSynthesised synthesised(RunTask offer, List<Integer> lines, List<FailedItem> failed) {
    return synthesised(offer, "", lines, failed);
  }

  /** Items with one image that was good enough, and one that was not in two attempts. */
  ItemsSynthesised rejected(RunTask offer, List<Integer> lines) {
    List<RejectedImage> rejected =
        List.of(
            new RejectedImage(
                "sad",
                List.of(
                    new ImageQuality(0.2, "neutral", null), new ImageQuality(0.4, "sad", null))));
    List<SynthesisedItem> items =
        lines.stream().map(line -> done(offer, line)).map(item -> with(rejected, item)).toList();
    return new ItemsSynthesised(
        lines.size(),
        lines.size(),
        0,
        lines.size(),
        put(offer, "results.jsonl", items),
        null,
        List.of());
  }

  private static SynthesisedItem with(List<RejectedImage> rejected, SynthesisedItem item) {
    return new SynthesisedItem(
        item.line(),
        item.customId(),
        item.source(),
        item.face(),
        item.checkpoint(),
        item.group(),
        item.images(),
        rejected,
        null);
  }

  /** The same for very many items, which share one picture. */
  ItemsSynthesised synthesisedAlike(RunTask offer, List<Integer> lines) {
    ObjectRef picture = put(offer, "images/happy.png", List.of("an image"));
    List<SynthesisedItem> items = lines.stream().map(line -> done(line, picture)).toList();
    return new ItemsSynthesised(
        lines.size(), 0, 0, lines.size(), put(offer, "results.jsonl", items), null, List.of());
  }

  /** The state that an attempt leaves when these are done. */
  PrefixRef state(RunTask offer, List<Integer> lines) {
    ItemsSynthesised state = synthesised(offer, "state/1/", lines, List.of());
    ObjectRef manifest = put(offer, "state/1/part.json", List.of(state));
    return new PrefixRef(manifest.bucket(), manifest.key().replace("part.json", ""), manifest);
  }

  private ItemsSynthesised synthesised(
      RunTask offer, String place, List<Integer> lines, List<FailedItem> failed) {
    List<SynthesisedItem> items = lines.stream().map(line -> done(offer, line)).toList();
    return new ItemsSynthesised(
        lines.size(),
        0,
        failed.size(),
        lines.size(),
        put(offer, place + "results.jsonl", items),
        errors(offer, failed),
        List.of());
  }

  private SynthesisedItem done(RunTask offer, int line) {
    return done(line, put(offer, "images/" + line + "/happy.png", List.of("image of " + line)));
  }

  private static SynthesisedItem done(int line, ObjectRef picture) {
    SynthesisedItem.Image image = new SynthesisedItem.Image("happy", picture);
    return new SynthesisedItem(
        line,
        name(line),
        "source",
        FACE,
        "checkpoint",
        "expression",
        List.of(image),
        List.of(),
        null);
  }

  private static ListedItem item(int line) {
    return new ListedItem(
        line,
        name(line),
        line + ".jpg",
        null,
        "expression",
        List.of("happy"),
        List.of(),
        FaceChoice.PROMINENT);
  }

  static String name(int line) {
    return "item-" + line;
  }

  static FailedItem failed(int line, String code) {
    return new FailedItem(line, name(line), code, "Because of a test.");
  }

  private @Nullable ObjectRef errors(RunTask offer, List<FailedItem> failed) {
    return failed.isEmpty() ? null : put(offer, "errors.jsonl", failed);
  }

  private ObjectRef put(RunTask offer, String name, List<?> lines) {
    String prefix =
        ObjectKeys.attempt(offer.taskId(), offer.attempt(), ScriptedWorker.id(offer.kind(), 1));
    return store.put(
        Bucket.SYNTHESES, prefix + name, JsonLines.bytes(lines), "application/octet-stream");
  }
}
