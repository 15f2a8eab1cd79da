package io.mien.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.networks.label.HeldLabels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which pictures of whom a classifier of people learns, is validated and is measured on. */
class PeopleTest {

  @Test
  void peopleWithOnePictureAndPicturesOfSeveralFacesAreLeftOut() {
    PeoplesPictures pictures = new PeoplesPictures();
    List<CropRecord> crops =
        new ArrayList<>(
            List.of(
                crop("anna", "a1"),
                crop("anna", "a2"),
                crop("ben", "b1"),
                crop("carl", "c1", "party.jpg"),
                crop("carl", "c2", "party.jpg"),
                crop("dora", "d1"),
                crop("dora", "d2", "wedding.jpg"),
                crop("dora", "d3", "wedding.jpg"),
                crop("dora", "d4")));
    Collections.shuffle(crops, new Random(3));

    crops.forEach(pictures::add);

    assertThat(pictures.several())
        .isEqualTo(Map.of("anna", List.of("a1", "a2"), "dora", List.of("d1", "d4")));
    assertThat(pictures.people()).isEqualTo(4);
  }

  @Test
  void aFifthOfEachPersonsPicturesIsHeldOutAtLeastOneAndNeverAll() {
    SortedMap<String, List<String>> keys = people(2, 2, 3, 4, 5, 6, 7, 11, 50);
    KnownPeople known = new KnownPeople(keys);

    keys.forEach(
        (subject, pictures) -> {
          List<String> learned = of(known.learned(), subject, pictures);
          List<String> heldOut = of(known.heldOut(), subject, pictures);
          assertThat(heldOut).as(subject).hasSizeBetween(1, pictures.size() / 5 + 1);
          assertThat(learned).as(subject).isNotEmpty();
          assertThat(new HashSet<>(learned)).doesNotContainAnyElementsOf(heldOut);
          assertThat(learned.size() + heldOut.size()).isEqualTo(pictures.size());
        });
    assertThat(of(known.heldOut(), "person of 2 no 0", keys.get("person of 2 no 0")))
        .isNotEqualTo(of(known.heldOut(), "person of 2 no 1", keys.get("person of 2 no 1")));
  }

  @Test
  void labelsAreNumbersInTheOrderOfNamesThatDoNotTellThem() {
    KnownPeople known = new KnownPeople(people(3, 2, 4));

    assertThat(known.learned().group().name()).isEqualTo("subject");
    assertThat(known.learned().group().names())
        .containsExactly("person-0001", "person-0002", "person-0003");
    assertThat(known.heldOut().group()).isEqualTo(known.learned().group());
    assertThat(labels(known, crop("person of 2 no 1", "person of 2 no 1/0"))).containsExactly(0);
    assertThat(labels(known, crop("person of 4 no 2", "person of 4 no 2/3"))).containsExactly(2);
    assertThat(labels(known, crop("a stranger", "a stranger/0"))).isEmpty();
  }

  @Test
  void fewUnseenPeopleTellNothingAndKnownOnesAreNotUnseen() {
    KnownPeople known = new KnownPeople(new TreeMap<>(people(2, 2).headMap("person of 2 no 2")));
    SortedMap<String, List<String>> ten = people(IntStream.generate(() -> 2).limit(10).toArray());
    SortedMap<String, List<String>> twelve =
        people(IntStream.generate(() -> 2).limit(12).toArray());

    assertThat(UnseenPeople.choose(ten, known)).isEmpty();
    assertThat(UnseenPeople.choose(twelve, known))
        .hasSize(20)
        .doesNotContain("person of 2 no 0/0", "person of 2 no 1/1");
  }

  @Test
  void ofManyPicturesSomeAreComparedOfEverybody() {
    KnownPeople known = new KnownPeople(people(2, 2));
    SortedMap<String, List<String>> few = people(IntStream.range(3, 43).map(i -> 10 * i).toArray());
    SortedMap<String, List<String>> many = people(IntStream.range(3, 403).toArray());
    SortedMap<String, List<String>> crowd =
        people(IntStream.generate(() -> 3).limit(4000).toArray());

    assertThat(byPerson(UnseenPeople.choose(few, known))).hasSize(40).containsValue(20);
    assertThat(byPerson(UnseenPeople.choose(many, known)).values())
        .hasSize(400)
        .allMatch(count -> count >= 3 && count <= 5);
    assertThat(byPerson(UnseenPeople.choose(crowd, known)).values()).hasSize(1000).containsOnly(2);
    assertThat(UnseenPeople.choose(many, known)).isEqualTo(UnseenPeople.choose(many, known));
  }

  private static Map<String, Integer> byPerson(Set<String> keys) {
    Map<String, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key.substring(0, key.indexOf('/')), 1, Integer::sum));
    return counts;
  }

  /** As many people as counts, with so many pictures each. */
  private static SortedMap<String, List<String>> people(int... counts) {
    SortedMap<String, List<String>> keys = new TreeMap<>();
    for (int person = 0; person < counts.length; person++) {
      String subject = "person of %d no %d".formatted(counts[person], person);
      keys.put(
          subject, IntStream.range(0, counts[person]).mapToObj(i -> subject + "/" + i).toList());
    }
    return keys;
  }

  private static List<String> of(CropLabels labels, String subject, List<String> keys) {
    return keys.stream().filter(key -> labels.of(crop(subject, key)).isPresent()).toList();
  }

  /** Of the pictures that are learned and those that are held out. */
  private static List<Integer> labels(KnownPeople known, CropRecord crop) {
    return List.of(known.learned(), known.heldOut()).stream()
        .map(labels -> labels.of(crop))
        .flatMap(Optional::stream)
        .map(HeldLabels::only)
        .toList();
  }

  private static CropRecord crop(String subject, String key) {
    return crop(subject, key, key + ".png");
  }

  private static CropRecord crop(String subject, String key, String source) {
    return new CropRecord(
        key,
        "",
        source,
        subject,
        null,
        Map.of(),
        new FaceBox(8, 8, 16, 16, 0),
        new CropQuality(100, 100, 0.5),
        Split.TRAIN,
        "");
  }
}
