package io.mien.synth.reuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how the images of an item look; the batch that they are generated in, and the
 * device, can change a grey level.
 *
 * @param maker code and marks of the worker
 * @param inputs digest of the crop, and of the photo that it is pasted into
 * @param source SHA-256 of the photo as it was sent, which images name
 * @param placement where the crop is pasted; null for crops
 * @param checkpoint SHA-256 of its manifest
 */
record ItemIdentity(
    String maker,
    String inputs,
    String source,
    @Nullable CropPlacement placement,
    String checkpoint,
    String group,
    List<String> labels,
    List<String> holds,
    ImageForm form,
    @Nullable QualityGate quality) {

  /** Of an item of a part. */
  static ItemIdentity of(String maker, SynthesiseItems task, PreparedItem item, String inputs) {
    return new ItemIdentity(
        maker,
        inputs,
        item.source(),
        item.placement(),
        task.checkpoint().manifest().sha256(),
        item.group(),
        item.labels(),
        item.holds(),
        task.wanted(),
        task.quality());
  }

  String sha256() {
    try {
      return Sha256.of(WireJson.MAPPER.writeValueAsBytes(this));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
