package io.mien.synth;

import io.mien.contracts.synthesis.PreparedItem;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.synth.paste.FacePaste;
import io.mien.synth.reuse.MadeImage;
import io.mien.synth.reuse.MadeItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of a bulk synthesis with its crop, decoded.
 *
 * @param digest SHA-256 of the crop's file, and of the photo's where there is one
 * @param photo file of the photo that the images are pasted into; null for crops
 * @param made what was made of it before
 */
record ItemFace(
    PreparedItem item, RgbImage image, String digest, @Nullable Path photo, MadeItem made) {

  /** Of which nothing is known that was made before. */
  ItemFace(PreparedItem item, RgbImage image, String digest, @Nullable Path photo) {
    this(item, image, digest, photo, MadeItem.NONE);
  }

  /** The same, of which this was made before. */
  ItemFace with(MadeItem before) {
    return new ItemFace(item, image, digest, photo, before);
  }

  /** Labels that are asked for and are still to be generated. */
  List<String> left() {
    return item.labels().stream().filter(label -> made.of(label).isEmpty()).toList();
  }

  /** Images that are asked for and were made before. */
  List<MadeImage> taken() {
    return item.labels().stream().flatMap(label -> made.of(label).stream()).toList();
  }

  /**
   * The face with the attributes that it is said to hold.
   *
   * @throws IllegalArgumentException when these contradict each other
   */
  KnownFace known(LabelGroup group) {
    return KnownFace.holding(image, group, item.holds());
  }

  /** Where the images go; empty for crops. Holds the photo in memory. */
  Optional<FacePaste> paste() {
    if (photo == null) {
      return Optional.empty();
    }
    try {
      RgbImage whole = Png.decode(Files.readAllBytes(photo));
      return Optional.of(new FacePaste(whole, image, Objects.requireNonNull(item.placement())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the photo of item " + item.line(), e);
    }
  }

  /** Lets go of the photo. */
  void discardPhoto() {
    if (photo != null) {
      try {
        Files.delete(photo);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete the photo of item " + item.line(), e);
      }
    }
  }
}
