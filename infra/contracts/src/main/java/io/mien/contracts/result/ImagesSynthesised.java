package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;

/**
 * @param synthesis where the images lie; its manifest is {@code synthesis.json}
 * @param images generated images, for a single photo; empty for a whole dataset, where the manifest
 *     lists them
 * @param count number of generated images
 * @param contactSheet the inputs beside their expressions
 */
public record ImagesSynthesised(
    PrefixRef synthesis, List<SynthesisedImage> images, int count, ObjectRef contactSheet)
    implements TaskResult {

  public ImagesSynthesised {
    images = List.copyOf(images);
  }
}
