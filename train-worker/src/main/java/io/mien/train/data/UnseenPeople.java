package io.mien.train.data;

import io.mien.networks.verification.PairVerification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses pictures of people whom a classifier has never seen, to compare them with each other: at
 * most {@value #MOST_OF_ONE} of a person and {@value #MOST_PICTURES} in all, spread over everybody
 * and over each person's pictures. The choice depends on nothing but the people and their pictures.
 */
final class UnseenPeople {

  private static final int MOST_OF_ONE = 20;
  private static final int MOST_PICTURES = 2_000;

  private UnseenPeople() {}

  /**
   * @param keys of the crops of each person with two or more, as {@link PeoplesPictures#several}
   * @return keys of the chosen crops; none when there are fewer people than {@link
   *     PairVerification#LEAST_PEOPLE}
   */
  static Set<String> choose(Map<String, List<String>> keys, KnownPeople known) {
    List<List<String>> unseen =
        keys.entrySet().stream()
            .filter(person -> !known.knows(person.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (unseen.size() < PairVerification.LEAST_PEOPLE) {
      return Set.of();
    }
    int ofOne = Math.max(2, Math.min(MOST_OF_ONE, MOST_PICTURES / unseen.size()));
    Set<String> chosen = new HashSet<>();
    spread(unseen, MOST_PICTURES / 2).forEach(pictures -> chosen.addAll(spread(pictures, ofOne)));
    return chosen;
  }

  /** So many at most, at even distances. */
  private static <T> List<T> spread(List<T> all, int most) {
    int count = Math.min(most, all.size());
    List<T> some = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      some.add(all.get((int) (i * all.size() / count)));
    }
    return some;
  }
}
