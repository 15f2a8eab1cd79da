package io.mien.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassQuotaTest {

  private final List<FoundCrop> pictures = new ArrayList<>();

  @Test
  void noClassOfNoSourceHasMoreAndPeopleTakeTurns() {
    for (int i = 0; i < 12; i++) {
      // One person has ten of twelve
      add("happy", i < 10 ? "P1" : "P" + i, "lab");
    }
    add("happy", "P1", "web");
    add("sad", "P1", "lab");

    Map<String, Rejection> beyond = new ClassQuota(4, 7).beyond(pictures);

    List<FoundCrop> taken =
        pictures.stream().filter(each -> !beyond.containsKey(each.source())).toList();
    assertThat(taken)
        .filteredOn(each -> "happy".equals(each.expression()))
        .hasSize(5)
        .extracting(FoundCrop::subject)
        .contains("P10", "P11");
    assertThat(taken).filteredOn(each -> "sad".equals(each.expression())).hasSize(1);
    assertThat(beyond.values())
        .hasSize(8)
        .allMatch(each -> each.code() == Rejection.Code.NOT_CHOSEN)
        .allMatch(each -> each.detail().contains("4 pictures of 'happy' from 'lab'"));
  }

  @Test
  void whatIsTakenDependsOnTheSeedAndNotOnTheOrder() {
    for (int i = 0; i < 60; i++) {
      add("happy", "P" + i % 7, "lab");
    }
    Map<String, Rejection> beyond = new ClassQuota(10, 1).beyond(pictures);
    Collections.shuffle(pictures, new Random(3));

    assertThat(new ClassQuota(10, 1).beyond(pictures)).isEqualTo(beyond);
    assertThat(new ClassQuota(10, 2).beyond(pictures)).isNotEqualTo(beyond);
  }

  private void add(String expression, String subject, String dataset) {
    String source = "%03d.png".formatted(pictures.size());
    pictures.add(
        new FoundCrop(
            source, source, subject, expression, expression, null, null, dataset, source));
  }
}
