package io.mien.synth;

import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageOutput;
import io.mien.networks.image.RgbImage;
import io.mien.synth.form.Resized;
import io.mien.synth.image.ImageEncoder;
import io.mien.synth.image.Marking;
import io.mien.synth.paste.FacePaste;
import io.mien.synth.quality.GatedImage;
import java.util.Optional;

/**
 * How the generated crops of a photo are handed out: as they are, in another size, or pasted into
 * the photo; always marked. Thread-safe.
 *
 * @param paste of the photo that they are pasted into; empty for the crops themselves
 */
record Finish(ImageForm form, Optional<FacePaste> paste, Marking marking) {

  /** A picture as it is stored. */
  @SuppressWarnings("ArrayRecordComponent")
  record Picture(byte[] bytes, int width, int height) {}

  /**
   * Finishes an image.
   *
   * @param sourceSha256 digest of what it was made from
   */
  Picture of(GatedImage made, String sourceSha256) {
    RgbImage image =
        paste.map(into -> into.with(made.image())).orElseGet(() -> Resized.of(made.image(), form));
    ImageOutput output = paste.isPresent() ? ImageOutput.PASTED : ImageOutput.CROP;
    ImageEncoder encoder = ImageEncoder.of(form.encoding(), output, made.origin(), marking);
    return new Picture(
        encoder.encode(image, made.label(), sourceSha256), image.width(), image.height());
  }
}
