package io.mien.contracts.result;

import io.mien.contracts.dataset.CropRecipe;
import java.util.List;

/**
 * What others need to know of a checkpoint without opening it.
 *
 * @param network {@code stargan}, {@code resnet18} or {@code face-gan}
 * @param labels label names in the order of the network's inputs or outputs; none for a face
 *     generator
 * @param recipe how photos must be prepared for it
 * @param datasetFingerprint what it was trained on
 */
public record CheckpointSummary(
    String network,
    int imageSize,
    List<String> labels,
    CropRecipe recipe,
    String datasetFingerprint,
    long iterations) {

  public CheckpointSummary {
    labels = List.copyOf(labels);
  }
}
