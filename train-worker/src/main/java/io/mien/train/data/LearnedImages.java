package io.mien.train.data;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.task.Sampling;
import io.mien.networks.image.ImageSet;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The image sets of a training over several groups of labels, in the order of the groups. A dataset
 * that several groups come from is read once.
 *
 * @param datasets every dataset that is read, the first group's first
 */
public record LearnedImages(List<ImageSet> sets, List<DatasetManifest> datasets) {

  /** Reads the training parts. */
  public static LearnedImages read(
      ObjectStore store, List<LearnedLabels> learned, int imageSize, TaskContext context) {
    Map<PrefixRef, List<LearnedLabels>> byDataset = new LinkedHashMap<>();
    learned.forEach(
        each -> byDataset.computeIfAbsent(each.dataset(), unused -> new ArrayList<>()).add(each));
    Map<LearnedLabels, ImageSet> sets = new LinkedHashMap<>();
    List<DatasetManifest> datasets = new ArrayList<>();
    byDataset.forEach(
        (reference, groups) -> {
          TrainingImages dataset = TrainingImages.open(store, reference, context);
          datasets.add(dataset.manifest());
          List<CropLabels> labels =
              groups.stream().map(each -> dataset.labels(each.group(), each.names())).toList();
          List<ImageSet> read = dataset.read(Split.TRAIN, imageSize, labels);
          for (int i = 0; i < groups.size(); i++) {
            sets.put(groups.get(i), read.get(i));
          }
        });
    return new LearnedImages(learned.stream().map(sets::get).toList(), datasets);
  }

  /** The same as a training is to sample them. */
  public LearnedImages sampled(@Nullable Sampling sampling) {
    return sampling == Sampling.BALANCED
        ? new LearnedImages(sets.stream().map(BalancedSet::of).toList(), datasets)
        : this;
  }

  /** Size of each set. */
  public int[] sizes() {
    return sets.stream().mapToInt(ImageSet::size).toArray();
  }
}
