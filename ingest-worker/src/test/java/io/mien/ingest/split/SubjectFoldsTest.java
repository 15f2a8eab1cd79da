package io.mien.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.failure.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectFoldsTest {

  private static final List<String> LABELS = List.of("angry", "happy", "sad", "neutral");

  @Test
  void everySubjectIsInOneOfFoldsOfEqualSizeWhateverTheDataset() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int folds = 3 + random.nextInt(8);
      int subjects = folds + random.nextInt(60);

      Map<String, Integer> assigned =
          SubjectFolds.of(members(random, subjects), folds, seed, Map.of());

      assertThat(assigned).as("seed %d", seed).hasSize(subjects);
      List<Integer> sizes = new ArrayList<>();
      for (int fold = 1; fold <= folds; fold++) {
        sizes.add(Collections.frequency(assigned.values(), fold));
      }
      assertThat(sizes)
          .as("seed %d", seed)
          .allMatch(size -> size == subjects / folds || size == (subjects + folds - 1) / folds);
      assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(subjects);
    }
  }

  @Test
  void theOrderOfTheMembersDoesNotMatterAndTheSeedDoes() {
    List<Member> members = members(new Random(7), 50);
    List<Member> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, new Random(8));

    Map<String, Integer> folds = SubjectFolds.of(members, 5, 42, Map.of());

    assertThat(SubjectFolds.of(shuffled, 5, 42, Map.of())).isEqualTo(folds);
    assertThat(SubjectFolds.of(members, 5, 43, Map.of())).isNotEqualTo(folds);
  }

  @Test
  void foldsHaveTheirSharesOfEveryLabel() {
    // Given a rare label among pictures that are subjects of their own
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      members.add(new Member("picture " + i, i % 20 == 0 ? "sad" : LABELS.get(i % 2)));
    }

    Map<String, Integer> folds = SubjectFolds.of(members, 5, 1, Map.of());

    for (String label : List.of("angry", "happy", "sad")) {
      List<Member> ofLabel = members.stream().filter(m -> m.label().equals(label)).toList();
      for (int fold = 1; fold <= 5; fold++) {
        int number = fold;
        double share =
            (double) ofLabel.stream().filter(m -> folds.get(m.subject()) == number).count()
                / ofLabel.size();
        assertThat(share).as("%s in fold %d", label, fold).isCloseTo(0.2, within(0.05));
      }
    }
  }

  @Test
  void peopleStayInTheirFoldsWhenTheDatasetGrows() {
    List<Member> members = members(new Random(7), 40);
    List<Member> grown = new ArrayList<>(members);
    for (int i = 0; i < 30; i++) {
      grown.add(new Member("new " + i % 10, LABELS.get(i % 4)));
    }
    Map<String, Integer> before = SubjectFolds.of(members, 5, 42, Map.of());

    Map<String, Integer> after = SubjectFolds.of(grown, 5, 42, before);

    assertThat(after).containsAllEntriesOf(before).hasSize(50);
    for (int fold = 1; fold <= 5; fold++) {
      assertThat(Collections.frequency(after.values(), fold)).isEqualTo(10);
    }
  }

  @Test
  void foldsThatWouldBeEmptyAreRefused() {
    assertThatThrownBy(() -> SubjectFolds.of(members(new Random(1), 4), 5, 1, Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("4 people into 5 folds")
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("too-few-subjects");
  }

  private static List<Member> members(Random random, int subjects) {
    List<Member> members = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      for (int i = 0; i <= random.nextInt(8); i++) {
        members.add(new Member("P" + subject, LABELS.get(random.nextInt(LABELS.size()))));
      }
    }
    return members;
  }
}
