package io.mien.synth.quality;

import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.QualityGate;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image on its way through the gate. Used by one thread. */
final class WantedImage {

  private final KnownFace face;
  private final String label;
  private final List<ImageQuality> attempts = new ArrayList<>();
  private @Nullable GatedImage last;

  WantedImage(KnownFace face, String label) {
    this.face = face;
    this.label = label;
  }

  KnownFace face() {
    return face;
  }

  RgbImage photo() {
    return face.image();
  }

  String label() {
    return label;
  }

  /** Without a gate every image passes. */
  void generated(Way way, RgbImage image) {
    last = made(way, image, true);
  }

  void generated(Way way, RgbImage image, ImageQuality quality, QualityGate gate) {
    attempts.add(quality);
    last = made(way, image, gate.accepts(quality));
  }

  private GatedImage made(Way way, RgbImage image, boolean isAccepted) {
    return new GatedImage(
        label, image, way.origin(), way.otherCheckpoint(), way.share(), isAccepted, attempts);
  }

  boolean isLeft() {
    return last == null || !last.isAccepted();
  }

  GatedImage last() {
    if (last == null) {
      throw new IllegalStateException("Nothing was generated for " + label);
    }
    return last;
  }
}
