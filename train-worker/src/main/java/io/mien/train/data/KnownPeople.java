package io.mien.train.data;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.networks.label.LabelGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The people whom a classifier learns to tell apart. Their labels are numbers, so that nobody's
 * name or id gets into a checkpoint. Of each person one picture of {@value #HELD_OUT_OF}, at least
 * one and never all, is not learned from but says which state of the network is best.
 */
public final class KnownPeople {

  private static final int HELD_OUT_OF = 5;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> heldOut = new HashSet<>();
  private final Set<String> learned = new HashSet<>();
  private final LabelGroup group;

  /**
   * @param keys of the crops of two people or more, each with two or more, as {@link
   *     PeoplesPictures#several}
   */
  KnownPeople(SortedMap<String, List<String>> keys) {
    keys.forEach(
        (subject, pictures) -> {
          hold(pictures, numbers.size());
          numbers.put(subject, numbers.size());
        });
    List<String> names =
        IntStream.rangeClosed(1, keys.size()).mapToObj("person-%04d"::formatted).toList();
    group = LabelGroup.exclusive(LabelGroups.SUBJECT, names);
  }

  /** Begins elsewhere with each person: the keys of a class of pictures often sort together. */
  private void hold(List<String> pictures, int person) {
    int first = person % Math.min(HELD_OUT_OF, pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      (i % HELD_OUT_OF == first ? heldOut : learned).add(pictures.get(i));
    }
  }

  /** Labels of the pictures that are learned from. */
  public CropLabels learned() {
    return CropLabels.exclusive(group, crop -> number(crop, learned));
  }

  /** Labels of the pictures that are held out. */
  public CropLabels heldOut() {
    return CropLabels.exclusive(group, crop -> number(crop, heldOut));
  }

  private Optional<Integer> number(CropRecord crop, Set<String> keys) {
    return keys.contains(crop.key())
        ? Optional.ofNullable(numbers.get(crop.subject()))
        : Optional.empty();
  }

  /** Whether a classifier learns this person. */
  boolean knows(String subject) {
    return numbers.containsKey(subject);
  }
}
