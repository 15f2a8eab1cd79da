package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code faces.json}: describes generated faces and, being written last, makes them exist.
 *
 * @param checkpoint what generated the faces
 * @param items JSON lines, one {@link GeneratedFace} for each image
 * @param terms on which the images may be used: the checkpoint's
 */
public record FacesManifest(
    PrefixRef checkpoint, long seed, int count, ObjectRef items, UsageTerms terms) {

  public FacesManifest(
      PrefixRef checkpoint, long seed, int count, ObjectRef items, @Nullable UsageTerms terms) {
    this.checkpoint = checkpoint;
    this.seed = seed;
    this.count = count;
    this.items = items;
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
  }
}
