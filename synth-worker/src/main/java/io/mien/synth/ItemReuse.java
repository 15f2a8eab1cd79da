package io.mien.synth;

import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.synth.reuse.MadeItem;
import io.mien.synth.reuse.MadeItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Items of a part that were made before, for whatever request. */
final class ItemReuse {

  /** So many are looked up at a time. */
  static final int AT_ONCE = 8;

  private static final Logger LOG = LoggerFactory.getLogger(ItemReuse.class);

  private final SynthesiseItems task;
  private final @Nullable MadeItems made;

  /**
   * @param made null to make everything anew
   */
  ItemReuse(SynthesiseItems task, @Nullable MadeItems made) {
    this.task = task;
    this.made = made;
  }

  /** Leaves the items that were made before to the output; the others are returned. */
  List<ItemFace> takeOver(List<ItemFace> faces, ItemOutput output) {
    if (made == null) {
      return List.copyOf(faces);
    }
    List<ItemFace> others = new ArrayList<>();
    List<Optional<MadeItem>> found = find(faces, made);
    for (int i = 0; i < faces.size(); i++) {
      ItemFace face = faces.get(i);
      found.get(i).ifPresentOrElse(each -> output.takeOver(face, each), () -> others.add(face));
    }
    return others;
  }

  /** Thread-safe; what cannot be remembered is only made anew some day. */
  void remember(ItemFace face, MadeItem item) {
    if (made == null) {
      return;
    }
    try {
      made.remember(task, face.item(), face.digest(), item);
    } catch (Unavailable e) {
      LOG.warn("Item {} will not be found again: {}", face.item().line(), e.getMessage());
    }
  }

  /** Forgets what cannot be taken over. Thread-safe. */
  void forget(ItemFace face) {
    if (made != null) {
      made.forget(task, face.item(), face.digest());
    }
  }

  private List<Optional<MadeItem>> find(List<ItemFace> faces, MadeItems all) {
    try (SideThreads<Optional<MadeItem>> lookups = new SideThreads<>(AT_ONCE, AT_ONCE)) {
      faces.forEach(face -> lookups.add(() -> all.find(task, face.item(), face.digest())));
      return lookups.finish();
    }
  }
}
