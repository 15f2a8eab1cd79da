package io.mien.orchestrator.checkpoint;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.CheckpointLimits;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.InputPixels;
import io.mien.contracts.terms.UsageTerms;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a file of weights says of it, judged before anything is stored.
 *
 * @param fileName for people
 * @param labels in the network's order; expressions under their canonical names
 * @param terms on which the weights may be used
 * @param pixels scale on which a classifier sees images; absent for from -1 to 1
 */
public record ForeignCheckpoint(
    String fileName,
    ImportedNetwork network,
    List<String> labels,
    CropRecipe recipe,
    @Nullable String part,
    UsageTerms terms,
    @Nullable InputPixels pixels) {

  /** Labels become names of images. */
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+@=-]{0,39}");

  public ForeignCheckpoint {
    labels = List.copyOf(labels);
    if (pixels == InputPixels.IMAGENET && network == ImportedNetwork.GENERATOR) {
      throw new InvalidInput(
          "bad-field",
          "The field 'pixels' is 'imagenet': a generator sees pixels from -1 to 1; leave it out, or"
              + " import a classifier.");
    }
  }

  /** The task that reads the uploaded file. */
  public ImportCheckpoint in(ObjectRef upload) {
    return new ImportCheckpoint(
        upload, fileName, network, labels, recipe, part, terms.licenceInWords(), pixels, terms);
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
   * Labels from a list of names, separated by commas.
   *
   * @throws InvalidInput {@code bad-labels}
   */
  public static List<String> labels(String names) {
    List<String> labels =
        Arrays.stream(names.split(",", -1))
            .map(String::strip)
            .map(name -> Expressions.canonical(name).orElse(name))
            .toList();
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        throw new InvalidInput(
            "bad-labels",
            "'%s' is no label: use up to 40 letters, digits and . _ + @ = - after a letter or digit, and commas between labels."
                .formatted(label));
      }
    }
    if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
      throw new InvalidInput(
          "bad-labels",
          "The labels are %s: give two or more different ones, in the order of the network's training."
              .formatted(labels));
    }
    return labels;
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
