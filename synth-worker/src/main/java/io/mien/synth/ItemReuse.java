package io.mien.synth;

import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.synth.reuse.ItemIdentity;
import io.mien.synth.reuse.MadeImage;
import io.mien.synth.reuse.MadeItem;
import io.mien.synth.reuse.MadeItems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images of a part's items that were made before, for whatever request. */
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

  /**
   * Leaves the items whose images were all made before to the output; the others are returned, with
   * those that were.
   */
  List<ItemFace> takeOver(List<ItemFace> faces, ItemOutput output) {
    if (made == null) {
      return List.copyOf(faces);
    }
    List<ItemFace> others = new ArrayList<>();
    for (ItemFace face : known(faces, made)) {
      if (face.left().isEmpty()) {
        output.add(face, List.of());
      } else {
        others.add(face);
      }
    }
    return others;
  }

  /**
   * Remembers images that were stored for an item now. Thread-safe; what cannot be remembered is
   * only made anew some day.
   */
  void remember(ItemFace face, List<MadeImage> stored) {
    if (made == null || stored.isEmpty()) {
      return;
    }
    try {
      made.remember(identity(face), face.made().with(stored));
    } catch (Unavailable e) {
      LOG.warn("Item {} will not be found again: {}", face.item().line(), e.getMessage());
    }
  }

  /** Forgets what cannot be taken over. Thread-safe. */
  void forget(ItemFace face) {
    if (made != null) {
      made.forget(identity(face));
    }
  }

  private List<ItemFace> known(List<ItemFace> faces, MadeItems all) {
    try (SideThreads<ItemFace> lookups = new SideThreads<>(AT_ONCE, AT_ONCE)) {
      faces.forEach(face -> lookups.add(() -> face.with(found(face, all))));
      return lookups.finish();
    }
  }

  /** What was made, without the images of these labels that are gone. */
  private MadeItem found(ItemFace face, MadeItems all) {
    MadeItem found = all.find(identity(face));
    List<MadeImage> gone =
        face.with(found).taken().stream().filter(image -> !all.isThere(image)).toList();
    return found.without(gone);
  }

  private ItemIdentity identity(ItemFace face) {
    return ItemIdentity.of(task, face.item(), face.digest());
  }
}
