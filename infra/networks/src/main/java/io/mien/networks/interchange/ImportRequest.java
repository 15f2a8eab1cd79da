package io.mien.networks.interchange;

import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.label.LabelGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file of weights does not say.
 *
 * @param labels in the order of the network's inputs and outputs; the public StarGAN takes its
 *     expressions in the alphabetical order of folders, and trained on two datasets the attributes
 *     first
 * @param imageSize side of the square images in pixels
 * @param part path of the network's tensors in the file; null when there is only one that fits
 * @param notes for {@code checkpoint.json}
 */
public record ImportRequest(
    List<LabelGroup> labels, int imageSize, @Nullable String part, CheckpointNotes notes) {
  public ImportRequest {
    labels = List.copyOf(labels);
  }
}
