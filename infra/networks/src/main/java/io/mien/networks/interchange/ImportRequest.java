package io.mien.networks.interchange;

import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.resnet.PixelScale;
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
 * @param pixels scale on which a classifier sees images; a generator's is symmetric
 */
public record ImportRequest(
    List<LabelGroup> labels,
    int imageSize,
    @Nullable String part,
    CheckpointNotes notes,
    PixelScale pixels) {
  public ImportRequest {
    labels = List.copyOf(labels);
  }

  /** A network that sees pixels in [-1, 1]. */
  public ImportRequest(
      List<LabelGroup> labels, int imageSize, @Nullable String part, CheckpointNotes notes) {
    this(labels, imageSize, part, notes, PixelScale.SYMMETRIC);
  }
}
