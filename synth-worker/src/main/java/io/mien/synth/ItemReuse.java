package io.mien.synth;

import io.mien.contracts.task.SynthesiseItems;
import io.mien.synth.reuse.MadeItem;
import io.mien.synth.reuse.MadeItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items of a part that were made before, for whatever request. Thread-safe. */
final class ItemReuse {

  private static final int LOOKUPS_AT_ONCE = 8;

  private final SynthesiseItems task;
  private final Optional<MadeItems> made;

  /**
   * @param made empty to make everything anew
   */
  ItemReuse(SynthesiseItems task, Optional<MadeItems> made) {
    this.task = task;
    this.made = made;
  }

  /** Leaves the items that were made before to the output; the others are returned. */
  List<ItemFace> takeOver(List<ItemFace> faces, ItemOutput output) {
    if (made.isEmpty()) {
      return faces;
    }
    List<ItemFace> others = new ArrayList<>();
    List<Optional<MadeItem>> found = find(faces, made.get());
    for (int i = 0; i < faces.size(); i++) {
      ItemFace face = faces.get(i);
      found.get(i).ifPresentOrElse(each -> output.takeOver(face, each), () -> others.add(face));
    }
    return others;
  }

  void remember(ItemFace face, MadeItem item) {
    made.ifPresent(all -> all.remember(task, face.item(), face.cropSha256(), item));
  }

  private List<Optional<MadeItem>> find(List<ItemFace> faces, MadeItems all) {
    try (SideThreads<Optional<MadeItem>> lookups =
        new SideThreads<>(LOOKUPS_AT_ONCE, faces.size())) {
      faces.forEach(face -> lookups.add(() -> all.find(task, face.item(), face.cropSha256())));
      return lookups.finish();
    }
  }
}
