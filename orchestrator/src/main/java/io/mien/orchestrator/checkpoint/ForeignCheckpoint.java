package io.mien.orchestrator.checkpoint;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.CheckpointLimits;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedLabels;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.InputPixels;
import io.mien.contracts.terms.UsageTerms;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a file of weights says of it, judged before anything is stored.
 *
 * @param fileName for people
 * @param labels every group, in the network's order; a classifier has one, of exclusive labels
 * @param terms on which the weights may be used
 * @param pixels scale on which a classifier sees images; absent for from -1 to 1
 */
public record ForeignCheckpoint(
    String fileName,
    ImportedNetwork network,
    List<ImportedLabels> labels,
    CropRecipe recipe,
    @Nullable String part,
    UsageTerms terms,
    @Nullable InputPixels pixels) {

  public ForeignCheckpoint {
    labels = List.copyOf(labels);
    if (pixels == InputPixels.IMAGENET && network == ImportedNetwork.GENERATOR) {
      throw new InvalidInput(
          "bad-field",
          "The field 'pixels' is 'imagenet': a generator sees pixels from -1 to 1; leave it out, or"
              + " import a classifier.");
    }
    boolean oneExclusive = labels.size() == 1 && labels.get(0).exclusive();
    if (network == ImportedNetwork.CLASSIFIER && !oneExclusive) {
      throw new InvalidInput(
          "bad-labels",
          "A classifier tells apart the labels of one group, expressions or poses; found %s. Give one."
              .formatted(labels.stream().map(ImportedLabels::group).toList()));
    }
  }

  /** The task that reads the uploaded file. */
  public ImportCheckpoint in(ObjectRef upload) {
    ImportedLabels first = labels.get(0);
    boolean expressions = labels.size() == 1 && first.group().equals(LabelGroups.EXPRESSION);
    return new ImportCheckpoint(
        upload,
        fileName,
        network,
        first.names(),
        recipe,
        part,
        terms.licenceInWords(),
        pixels,
        expressions ? List.of() : labels,
        terms);
  }

  /**
   * Judges the size alone.
   *
   * @throws InvalidInput {@code checkpoint-empty} or {@code checkpoint-too-large}
   */
  public static void checkBytes(long bytes) {
    if (bytes == 0) {
      throw new InvalidInput(
          "checkpoint-empty",
          "The file has 0 bytes; send one of torch.save or a safetensors file.");
    }
    if (bytes > CheckpointLimits.MOST_BYTES) {
      throw new InvalidInput(
          "checkpoint-too-large",
          "The file has %,d bytes; send at most %,d. The weights of one network are enough: no optimiser, no critic."
              .formatted(bytes, CheckpointLimits.MOST_BYTES));
    }
  }

  /**
   * The scale that a word names.
   *
   * @throws InvalidInput {@code bad-field}
   */
  public static InputPixels pixels(String scale) {
    return Arrays.stream(InputPixels.values())
        .filter(pixels -> pixels.wireName().equals(scale))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "bad-field",
                    "The field 'pixels' is '%s'; choose symmetric (-1 to 1) or imagenet (torchvision's)."
                        .formatted(scale)));
  }

  /**
   * The network that a word names.
   *
   * @throws InvalidInput {@code unknown-network}
   */
  public static ImportedNetwork network(String kind) {
    return Arrays.stream(ImportedNetwork.values())
        .filter(network -> network.wireName().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "unknown-network",
                    "'%s' cannot be imported; choose generator or classifier.".formatted(kind)));
  }
}
