package io.mien.networks.training;

import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.nio.file.Path;

/** A training resumes on the images it began with, or its order and results would mean nothing. */
final class SameImages {
  private SameImages() {}

  static void check(CheckpointManifest manifest, String fingerprint, Path folder) {
    if (!manifest.images().equals(fingerprint)) {
      throw new InvalidCheckpoint(
          "The checkpoint in %s was trained on other images (%s) than those given (%s): resume with the same dataset or start anew."
              .formatted(folder, manifest.images(), fingerprint));
    }
  }
}
