package io.mien.train.data;

import io.mien.contracts.dataset.CropRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is on the crops of a part. A picture with several faces says of none of them whose it is: all
 * its crops carry the picture's person, so they count for nobody.
 */
final class PeoplesPictures {

  private final Map<String, Owned> bySource = new HashMap<>();
  private final Set<String> crowded = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  private record Owned(String subject, String key) {}

  void add(CropRecord crop) {
    people.add(crop.subject());
    Owned owned = new Owned(crop.subject(), crop.key());
    if (bySource.putIfAbsent(crop.source(), owned) != null) {
      crowded.add(crop.source());
    }
  }

  /** How many people there are, with one picture or more. */
  int people() {
    return people.size();
  }

  /**
   * Keys of the crops of each person of whom there are two or more; both in an order that does not
   * depend on that of the crops.
   */
  SortedMap<String, List<String>> several() {
    SortedMap<String, List<String>> keys = new TreeMap<>();
    bySource.forEach(
        (source, owned) -> {
          if (!crowded.contains(source)) {
            keys.computeIfAbsent(owned.subject(), unused -> new ArrayList<>()).add(owned.key());
          }
        });
    keys.values().removeIf(some -> some.size() < 2);
    keys.values().forEach(some -> some.sort(String::compareTo));
    return keys;
  }
}
