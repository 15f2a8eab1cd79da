package io.mien.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubjectSplitTest {

  private static final List<String> LABELS = List.of("angry", "happy", "sad", "neutral");

  @Test
  void subjectsAreSharedOutByThePolicyWhateverTheDataset() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Member> members = members(random, 3 + random.nextInt(60), 1 + random.nextInt(12));
      SplitPolicy policy = new SplitPolicy(0.1, 0.2, seed);

      Map<String, Split> parts = SubjectSplit.of(members, policy);

      long subjects = members.stream().map(Member::subject).distinct().count();
      assertThat(parts).as("seed %d", seed).hasSize((int) subjects);
      assertThat(count(parts, Split.VALIDATION))
          .as("validation, seed %d", seed)
          .isEqualTo(Math.max(1, Math.round(subjects * 0.1)));
      assertThat(count(parts, Split.TEST))
          .as("test, seed %d", seed)
          .isEqualTo(Math.max(1, Math.round(subjects * 0.2)));
    }
  }

  @Test
  void theOrderOfTheMembersDoesNotMatterAndTheSeedDoes() {
    List<Member> members = members(new Random(7), 50, 4);
    List<Member> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, new Random(8));
    SplitPolicy policy = new SplitPolicy(0.1, 0.1, 42);

    Map<String, Split> parts = SubjectSplit.of(members, policy);

    assertThat(SubjectSplit.of(shuffled, policy)).isEqualTo(parts);
    assertThat(SubjectSplit.of(members, new SplitPolicy(0.1, 0.1, 43))).isNotEqualTo(parts);
  }

  @Test
  void whoIsThereAlreadyStaysAndTheSharesAreReachedWithNewSubjects() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Member> grown = members(random, 60, 5);
      List<Member> first =
          grown.stream().filter(member -> member.subject().hashCode() % 2 == 0).toList();
      SplitPolicy policy = new SplitPolicy(0.1, 0.2, seed);
      Map<String, Split> before = SubjectSplit.of(first, policy);

      Map<String, Split> after = SubjectSplit.of(grown, policy, before);

      assertThat(after).as("seed %d", seed).containsAllEntriesOf(before).hasSize(60);
      assertThat(count(after, Split.VALIDATION)).as("seed %d", seed).isEqualTo(6);
      assertThat(count(after, Split.TEST)).as("seed %d", seed).isEqualTo(12);
    }
  }

  @Test
  void whoIsGoneTakesNoPlace() {
    List<Member> members = members(new Random(3), 10, 4);
    SplitPolicy policy = new SplitPolicy(0.1, 0.2, 1);

    Map<String, Split> parts =
        SubjectSplit.of(members, policy, Map.of("gone", Split.TEST, "gone too", Split.TEST));

    assertThat(parts).isEqualTo(SubjectSplit.of(members, policy));
  }

  @Test
  void labelsKeepTheirSharesWhenEveryPictureIsASubject() {
    // Given 4 labels of which one is rare
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String label = i % 20 == 0 ? "sad" : LABELS.get(i % 2);
      members.add(new Member("picture " + i, label));
    }

    // When
    Map<String, Split> parts = SubjectSplit.of(members, new SplitPolicy(0.1, 0.2, 1));

    // Then each part has its share of each label
    for (String label : List.of("angry", "happy", "sad")) {
      List<Member> ofLabel = members.stream().filter(m -> m.label().equals(label)).toList();
      double test = ofLabel.stream().filter(m -> parts.get(m.subject()) == Split.TEST).count();
      assertThat(test / ofLabel.size()).as(label).isCloseTo(0.2, within(0.06));
    }
  }

  @Test
  void fewSubjectsStillTrain() {
    assertThat(SubjectSplit.of(one("a"), new SplitPolicy(0.4, 0.5, 1)))
        .containsExactly(Map.entry("a", Split.TRAIN));
    Map<String, Split> three =
        SubjectSplit.of(
            List.of(new Member("a", "sad"), new Member("b", "sad"), new Member("c", "sad")),
            new SplitPolicy(0.05, 0.9, 1));
    assertThat(three.values()).containsOnlyOnce(Split.TRAIN);
  }

  private static List<Member> one(String subject) {
    return List.of(new Member(subject, "happy"), new Member(subject, "sad"));
  }

  private static List<Member> members(Random random, int subjects, int most) {
    List<Member> members = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      for (int i = 0; i <= random.nextInt(most); i++) {
        members.add(new Member("P" + subject, LABELS.get(random.nextInt(LABELS.size()))));
      }
    }
    return members;
  }

  private static long count(Map<String, Split> parts, Split split) {
    return parts.values().stream()
        .collect(Collectors.groupingBy(part -> part, Collectors.counting()))
        .getOrDefault(split, 0L);
  }
}
