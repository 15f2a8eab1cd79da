package io.mien.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.failure.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficialSplitTest {

  private static final SplitPolicy POLICY = new SplitPolicy(0.1, 0.2, 7, SplitUnit.OFFICIAL);

  private final List<PublishedMember> members = new ArrayList<>();

  @Test
  void everybodyIsInThePartThatWasPublished() {
    add("a", Split.TRAIN);
    add("a", Split.TRAIN);
    add("b", Split.VALIDATION);
    add("c", Split.TEST);

    assertThat(OfficialSplit.of(members, POLICY))
        .isEqualTo(Map.of("a", Split.TRAIN, "b", Split.VALIDATION, "c", Split.TEST));
  }

  @Test
  void aPartThatWasNotPublishedIsTakenFromTheTrainingPart() {
    for (int person = 0; person < 50; person++) {
      add("train " + person, Split.TRAIN);
      add("test " + person, Split.TEST);
    }

    Map<String, Split> parts = OfficialSplit.of(members, POLICY);

    assertThat(Collections.frequency(parts.values(), Split.VALIDATION)).isEqualTo(5);
    assertThat(Collections.frequency(parts.values(), Split.TRAIN)).isEqualTo(45);
    assertThat(Collections.frequency(parts.values(), Split.TEST)).isEqualTo(50);
    assertThat(OfficialSplit.of(members, POLICY)).isEqualTo(parts);
  }

  @Test
  void aPersonInTwoPartsIsRefused() {
    add("a", Split.TRAIN);
    add("a", Split.TEST);

    assertThatThrownBy(() -> OfficialSplit.of(members, POLICY))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'a' in its part train and in its part test")
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("partition-leaks");
  }

  @Test
  void picturesWithoutAPartAreRefused() {
    add("a", Split.TRAIN);
    add("b", null);

    assertThatThrownBy(() -> OfficialSplit.of(members, POLICY))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("1 of 2 pictures have no official part, such as one of 'b'")
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("partition-missing");
  }

  private void add(String subject, @Nullable Split part) {
    members.add(new PublishedMember(new Member(subject, "happy"), part));
  }
}
