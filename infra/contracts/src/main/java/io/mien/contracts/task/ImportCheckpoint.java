package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LabelGroups;
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
 * @param labels names of the first group, in the order of the network's inputs or outputs
 * @param recipe how photos must be prepared for the network; its size is the network's image size
 * @param part path of the network's tensors in the file; null when only one network fits
 * @param licence of the weights, as their owner states it
 * @param pixels scale on which a classifier sees images; symmetric when absent, and of a generator
 * @param groups all groups in the order of the network's inputs, of which a joint network has a
 *     mask behind them; absent where {@code labels} are expressions and all there is
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ImportedLabels> groups,
    @Nullable UsageTerms terms)
    implements TaskSpec {

  public ImportCheckpoint(
      ObjectRef file,
      String fileName,
      ImportedNetwork network,
      List<String> labels,
      CropRecipe recipe,
      @Nullable String part,
      String licence,
      @Nullable InputPixels pixels,
      @Nullable List<ImportedLabels> groups,
      @Nullable UsageTerms terms) {
    this.file = file;
    this.fileName = fileName;
    this.network = network;
    this.labels = List.copyOf(labels);
    this.recipe = recipe;
    this.part = part;
    this.licence = licence;
    this.pixels = pixels;
    this.groups = groups == null ? List.of() : List.copyOf(groups);
    this.terms = terms;
  }

  /** Of expressions, with pixels from -1 to 1. */
  public ImportCheckpoint(
      ObjectRef file,
      String fileName,
      ImportedNetwork network,
      List<String> labels,
      CropRecipe recipe,
      @Nullable String part,
      String licence) {
    this(file, fileName, network, labels, recipe, part, licence, null, List.of(), null);
  }

  /** What the network knows, said in full. */
  public List<ImportedLabels> known() {
    return groups.isEmpty() ? List.of(new ImportedLabels(LabelGroups.EXPRESSION, labels)) : groups;
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
