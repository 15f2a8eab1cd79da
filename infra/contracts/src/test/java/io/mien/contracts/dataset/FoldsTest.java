package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {

  @Test
  void foldAfterTheTestedOneValidatesAndTheOthersTrain() {
    assertThat(parts(5, 1))
        .containsExactly(Split.TEST, Split.VALIDATION, Split.TRAIN, Split.TRAIN, Split.TRAIN);
    assertThat(parts(5, 5))
        .containsExactly(Split.VALIDATION, Split.TRAIN, Split.TRAIN, Split.TRAIN, Split.TEST);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 10, 20})
  void everyFoldTestsOnceAndValidatesOnceOverAllChoices(int count) {
    for (int number = 1; number <= count; number++) {
      int fold = number;
      List<Split> over =
          Folds.numbers(count).mapToObj(tested -> Folds.part(fold, tested, count)).toList();

      assertThat(over).containsOnlyOnce(Split.TEST, Split.VALIDATION).contains(Split.TRAIN);
    }
  }

  @Test
  void foldsAreNumberedFromOne() {
    assertThatThrownBy(() -> Folds.part(0, 1, 3)).hasMessageContaining("fold 0 of 3");
    assertThatThrownBy(() -> Folds.part(1, 4, 3)).hasMessageContaining("fold 4 of 3");
  }

  private static List<Split> parts(int count, int tested) {
    return Folds.numbers(count).mapToObj(fold -> Folds.part(fold, tested, count)).toList();
  }
}
