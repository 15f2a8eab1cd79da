package io.mien.synth.reuse;

import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.SynthesisePhoto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of an item, or of a single photo, that decides how an image of any label looks; the batch
 * that it is generated in, and the device, can change a grey level.
 *
 * @param inputs digest of the crop, and of the photo that it is pasted into
 * @param source SHA-256 of the photo as it was sent, which images name
 * @param placement where the crop is pasted; null for crops
 * @param checkpoint SHA-256 of its manifest
 */
public record ItemIdentity(
    String inputs,
    String source,
    @Nullable CropPlacement placement,
    String checkpoint,
    String group,
    List<String> holds,
    ImageForm form,
    @Nullable QualityGate quality) {

  public ItemIdentity {
    holds = List.copyOf(holds);
  }

  /**
   * Of a single photo, prepared as an item's is.
   *
   * @param group of the labels that are asked for
   */
  public static ItemIdentity of(SynthesisePhoto task, String group) {
    UprightPhoto into = task.into();
    return new ItemIdentity(
        into == null ? task.crop().sha256() : task.crop().sha256() + into.image().sha256(),
        task.source(),
        into == null ? null : into.placement(),
        task.checkpoint().manifest().sha256(),
        group,
        task.holds(),
        task.wanted(),
        task.quality());
  }

  /**
   * Of an item of a part.
   *
   * @param inputs digest of the crop's file, and of the photo's where there is one
   */
  public static ItemIdentity of(SynthesiseItems task, PreparedItem item, String inputs) {
    return new ItemIdentity(
        inputs,
        item.source(),
        item.placement(),
        task.checkpoint().manifest().sha256(),
        item.group(),
        item.holds(),
        task.wanted(),
        task.quality());
  }
}
