package io.mien.synth;

import io.mien.synth.quality.GatedImage;
import io.mien.synth.reuse.MadeImage;

/**
 * An image of a photo that was made before.
 *
 * @param made where it was found
 * @param png its file
 * @param image as if it had been generated now
 */
@SuppressWarnings("ArrayRecordComponent")
record TakenImage(MadeImage made, byte[] png, GatedImage image) {

  String label() {
    return made.label();
  }
}
