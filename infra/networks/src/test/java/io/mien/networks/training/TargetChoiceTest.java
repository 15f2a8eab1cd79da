package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelEdit;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.random.CounterRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetChoiceTest {
  private static final LabelGroup ATTRIBUTES =
      LabelGroup.independent(
          "attributes", List.of("black", "blond", "male"), List.of(List.of("black", "blond")));
  private static final List<HeldLabels> ROWS =
      List.of(
          ATTRIBUTES.held(List.of("black", "male")),
          ATTRIBUTES.held(List.of("blond")),
          ATTRIBUTES.held(List.of()));

  @Test
  void permutedTargetsAreTheBatchsOwnRows() {
    Set<List<HeldLabels>> orders = new HashSet<>();
    for (int draw = 0; draw < 60; draw++) {
      List<HeldLabels> targets = choose(TargetChoice.PERMUTED, draw);
      assertThat(targets).containsExactlyInAnyOrderElementsOf(ROWS);
      orders.add(targets);
    }
    assertThat(orders).hasSize(6);
  }

  @Test
  void otherTargetsDifferFromTheImageByOneEdit() {
    List<Set<HeldLabels>> seen = drawn(TargetChoice.OTHER);
    // An image with black hair cannot be asked for black hair
    assertThat(seen.get(0))
        .containsExactlyInAnyOrder(
            ATTRIBUTES.held(List.of("blond", "male")), ATTRIBUTES.held(List.of("black")));
    assertThat(seen.get(1))
        .containsExactlyInAnyOrder(
            ATTRIBUTES.held(List.of("black")), ATTRIBUTES.held(List.of("blond", "male")));
    assertThat(seen.get(2)).hasSize(3);
  }

  @Test
  void uniformTargetsAreAnyEditOfTheImage() {
    List<Set<HeldLabels>> seen = drawn(TargetChoice.UNIFORM);
    for (int i = 0; i < ROWS.size(); i++) {
      HeldLabels row = ROWS.get(i);
      assertThat(seen.get(i))
          .isEqualTo(
              Set.of(
                  new LabelEdit(ATTRIBUTES, 0).of(row),
                  new LabelEdit(ATTRIBUTES, 1).of(row),
                  new LabelEdit(ATTRIBUTES, 2).of(row)));
    }
  }

  @Test
  void otherExpressionsAreAnyButTheImages() {
    List<HeldLabels> originals = IntStream.range(0, 3).mapToObj(HeldLabels::of).toList();
    for (int draw = 0; draw < 60; draw++) {
      List<HeldLabels> targets =
          TargetChoice.OTHER.choose(originals, Faces.LABELS, CounterRandom.of(1, "targets", draw));
      for (int i = 0; i < 3; i++) {
        assertThat(targets.get(i)).isNotEqualTo(originals.get(i));
      }
    }
  }

  private static List<Set<HeldLabels>> drawn(TargetChoice choice) {
    List<Set<HeldLabels>> seen = new ArrayList<>(List.of(Set.of(), Set.of(), Set.of()));
    seen.replaceAll(HashSet::new);
    for (int draw = 0; draw < 80; draw++) {
      List<HeldLabels> targets = choose(choice, draw);
      for (int i = 0; i < ROWS.size(); i++) {
        seen.get(i).add(targets.get(i));
      }
    }
    return seen;
  }

  private static List<HeldLabels> choose(TargetChoice choice, int draw) {
    return choice.choose(ROWS, ATTRIBUTES, CounterRandom.of(1, "targets", draw));
  }
}
