package io.mien.synth;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import io.mien.store.dataset.PreparedDataset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which crops of a part are synthesised from: all, or as many as asked, taken evenly over subjects
 * and labels.
 */
final class CropSelection {

  private final Set<String> keys;

  private CropSelection(Set<String> keys) {
    this.keys = keys;
  }

  /**
   * @param group whose labels are evened out; of attributes only the subjects are
   * @param limit most crops, 0 for all
   */
  static CropSelection of(PreparedDataset dataset, Split split, String group, int limit) {
    List<CropRecord> crops = new ArrayList<>();
    dataset.forEachRecord(split, crops::add);
    if (limit == 0 || crops.size() <= limit) {
      return new CropSelection(keys(crops));
    }
    return new CropSelection(keys(inTurns(crops, group).subList(0, limit)));
  }

  boolean contains(CropRecord crop) {
    return keys.contains(crop.key());
  }

  int size() {
    return keys.size();
  }

  /**
   * Ordered so that every prefix has as many of each subject and label as can be: first everybody's
   * first crop of a label, and so on.
   */
  private static List<CropRecord> inTurns(List<CropRecord> crops, String group) {
    Map<List<String>, Integer> seen = new HashMap<>();
    Map<String, Integer> turn = new HashMap<>();
    for (CropRecord crop : crops) {
      turn.put(
          crop.key(), seen.merge(List.of(crop.subject(), label(crop, group)), 1, Integer::sum));
    }
    Map<String, Integer> inSubject = new HashMap<>();
    Map<String, Integer> place = new HashMap<>();
    crops.stream()
        .sorted(Comparator.comparing(crop -> turn.get(crop.key())))
        .forEach(crop -> place.put(crop.key(), inSubject.merge(crop.subject(), 1, Integer::sum)));
    return crops.stream()
        .sorted(
            Comparator.comparing((CropRecord crop) -> place.get(crop.key()))
                .thenComparing(CropRecord::key))
        .toList();
  }

  private static String label(CropRecord crop, String group) {
    return group.equals(LabelGroups.ATTRIBUTES) ? "" : crop.label(group).orElse("");
  }

  private static Set<String> keys(List<CropRecord> crops) {
    Set<String> keys = new HashSet<>();
    crops.forEach(crop -> keys.add(crop.key()));
    return keys;
  }
}
