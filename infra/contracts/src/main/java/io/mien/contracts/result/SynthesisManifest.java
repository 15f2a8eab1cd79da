package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;

/**
 * {@code synthesis.json}: describes a synthesis and, being written last, makes it exist.
 *
 * @param checkpoint what generated the images
 * @param expressions the targets
 * @param items JSON lines, one {@link SynthesisedImage} for each image
 * @param count number of images
 */
public record SynthesisManifest(
    PrefixRef checkpoint, List<String> expressions, ObjectRef items, int count) {

  public SynthesisManifest {
    expressions = List.copyOf(expressions);
  }
}
