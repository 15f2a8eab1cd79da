package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Make a checkpoint of a file of weights that another program wrote. The file's shapes tell the
 * network's dimensions; everything else is said here.
 *
 * @param file as it was uploaded: a file of {@code torch.save} or safetensors; it may be hostile
 * @param fileName what its owner calls it, for messages
 * @param labels exclusive labels in the order of the network's inputs or outputs
 * @param recipe how photos must be prepared for the network; its size is the network's image size
 * @param part path of the network's tensors in the file; null when only one network fits
 * @param licence of the weights, as their owner states it
 * @param pixels scale on which a classifier sees images; symmetric when absent, and of a generator
 * @param terms on which the weights may be used; absent when only their licence is stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportCheckpoint(
    ObjectRef file,
    String fileName,
    ImportedNetwork network,
    List<String> labels,
    CropRecipe recipe,
    @Nullable String part,
    String licence,
    @Nullable InputPixels pixels,
    @Nullable UsageTerms terms)
    implements TaskSpec {

  public ImportCheckpoint {
    labels = List.copyOf(labels);
  }

  /** Of a network that sees pixels from -1 to 1. */
  public ImportCheckpoint(
      ObjectRef file,
      String fileName,
      ImportedNetwork network,
      List<String> labels,
      CropRecipe recipe,
      @Nullable String part,
      String licence) {
    this(file, fileName, network, labels, recipe, part, licence, null, null);
  }

  /** The terms, said in full. */
  public UsageTerms usage() {
    return terms == null ? UsageTerms.licensed(licence) : terms;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
