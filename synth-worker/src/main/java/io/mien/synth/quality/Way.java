package io.mien.synth.quality;

import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.form.Blend;
import io.mien.synth.image.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to generate images.
 *
 * @param otherCheckpoint as in {@link GatedImage}
 * @param share of what was generated, more than 0 to 1
 */
record Way(
    LoadedGenerator generator, Origin origin, @Nullable String otherCheckpoint, double share) {

  /** Face i with label i of a group. */
  List<RgbImage> generate(String group, List<KnownFace> faces, List<String> labels) {
    List<RgbImage> generated = generator.translate(group, faces, labels);
    List<RgbImage> blended = new ArrayList<>();
    for (int i = 0; i < generated.size(); i++) {
      blended.add(Blend.of(faces.get(i).image(), generated.get(i), share));
    }
    return blended;
  }
}
