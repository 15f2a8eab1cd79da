package io.mien.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLinesTest {

  private static final int MANY = 100_000;

  @Test
  void everyTextIsKnownByItsFirstLineHoweverManyFollow() {
    FirstLines lines = new FirstLines();
    int wrong = 0;
    for (int i = 1; i <= MANY; i++) {
      wrong += lines.of("id-" + i, i) == i ? 0 : 1;
    }
    for (int i = 1; i <= MANY; i++) {
      wrong += lines.of("id-" + i, MANY + i) == i ? 0 : 1;
    }

    assertThat(wrong).isZero();
    assertThat(lines.of("ID-1", 7)).isEqualTo(7);
  }
}
