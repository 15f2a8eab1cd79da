package io.mien.synth;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.Png;
import io.mien.store.ObjectStore;
import io.mien.synth.image.Origin;
import io.mien.synth.quality.GatedGenerator;
import io.mien.synth.quality.GatedImage;
import io.mien.synth.reuse.ItemIdentity;
import io.mien.synth.reuse.MadeImage;
import io.mien.synth.reuse.MadeItem;
import io.mien.synth.reuse.MadeItems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images of a single photo that were made before, for whatever request. The contact sheet shows
 * crops as they are generated, which no other form gives back: those are remembered, for items of
 * bulk syntheses, but not taken over here. A watermark of an image that is taken over is in the
 * sheet, too. Thread-safe.
 */
final class PhotoReuse {

  private static final int AT_ONCE = 8;

  private static final Logger LOG = LoggerFactory.getLogger(PhotoReuse.class);

  private final SynthesisePhoto task;
  private final Targets targets;
  private final ItemIdentity identity;
  private final ObjectStore store;
  private final @Nullable MadeItems made;

  /** Null before it was found: what is remembered then would be all that is known. */
  private volatile @Nullable MadeItem known;

  /**
   * @param made null to make everything anew
   */
  PhotoReuse(SynthesisePhoto task, Targets targets, ObjectStore store, @Nullable MadeItems made) {
    this.task = task;
    this.targets = targets;
    this.identity = ItemIdentity.of(task, targets.group().name());
    this.store = store;
    this.made = made;
  }

  /** Those of the targets; what cannot be read is made anew. */
  List<TakenImage> find(GatedGenerator generator) {
    if (made == null) {
      return List.of();
    }
    try {
      MadeItem found = made.find(identity);
      known = found;
      return isCropAsGenerated() ? read(found, generator) : List.of();
    } catch (Unavailable e) {
      LOG.warn("What was made before is not found: {}", e.getMessage());
      return List.of();
    }
  }

  private boolean isCropAsGenerated() {
    ImageForm form = task.wanted();
    return task.into() == null && form.size() == null && form.encoding() == ImageFormat.PNG;
  }

  private List<TakenImage> read(MadeItem found, GatedGenerator generator) {
    try (SideThreads<Optional<TakenImage>> reads = new SideThreads<>(AT_ONCE, targets.size())) {
      targets.labels().stream()
          .flatMap(label -> found.of(label).stream())
          .forEach(image -> reads.add(() -> read(image, generator)));
      return reads.finish().stream().flatMap(Optional::stream).toList();
    }
  }

  private Optional<TakenImage> read(MadeImage found, GatedGenerator generator) {
    Optional<Origin> origin = generator.origin(found.image().checkpoint());
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] png = store.read(found.image().image());
      return Optional.of(new TakenImage(found, png, asGenerated(found, png, origin.get())));
    } catch (InvalidInput gone) {
      return Optional.empty();
    }
  }

  private static GatedImage asGenerated(MadeImage found, byte[] png, Origin origin) {
    ImageQuality quality = found.image().quality();
    return new GatedImage(
        found.label(),
        Png.decode(png),
        origin,
        found.image().checkpoint(),
        Objects.requireNonNullElse(found.image().intensity(), 1.0),
        true,
        quality == null ? List.of() : List.of(quality));
  }

  /**
   * Remembers images that were stored now; what cannot be remembered is only made anew some day.
   *
   * @param own the task that stored them
   */
  void remember(List<SynthesisedImage> stored, TaskId own) {
    MadeItem before = known;
    if (made == null || before == null || stored.isEmpty()) {
      return;
    }
    try {
      made.remember(
          identity, before.with(stored.stream().map(image -> remembered(image, own)).toList()));
    } catch (Unavailable e) {
      LOG.warn("The images of task {} will not be found again: {}", own, e.getMessage());
    }
  }

  private MadeImage remembered(SynthesisedImage image, TaskId own) {
    double share = Objects.requireNonNullElse(image.intensity(), task.wanted().share());
    return new MadeImage(
        Objects.requireNonNullElse(image.reusedFrom(), own),
        new SynthesisedItem.Image(
            image.expression(),
            image.image(),
            image.checkpoint(),
            share == 1 ? null : share,
            image.quality(),
            null));
  }
}
