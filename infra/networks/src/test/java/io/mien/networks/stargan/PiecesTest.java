package io.mien.networks.stargan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {
  @ParameterizedTest
  @CsvSource({
    "8, 1, 2, 8",
    "7, 1, 2, 7",
    "7, 4, 2, 2",
    "8, 4, 1, 2",
    "9, 4, 1, 3",
    "9, 4, 2, 4",
    "1, 4, 2, 1",
    "3, 4, 16, 3",
    "32, 1, 3, 32",
    "5, 100, 1, 1"
  })
  void lanesAreBusyAndPiecesSmallEnough(int rows, int most, int lanes, int count) {
    Pieces pieces = Pieces.of(rows, most, lanes);
    assertThat(pieces.count()).isEqualTo(count);
    assertThat(IntStream.range(0, count).map(piece -> pieces.end(piece) - pieces.start(piece)))
        .allSatisfy(
            size -> assertThat(size).isBetween(rows / count, Math.min(most, rows / count + 1)));
    assertThat(pieces.start(0)).isZero();
    assertThat(pieces.end(count - 1)).isEqualTo(rows);
  }

  @Test
  void partsFollowEachOther() {
    Pieces pieces = Pieces.of(5, 2, 1);
    int[] all = {1, 2, 3, 4, 5};
    assertThat(pieces.part(0, all)).containsExactly(1);
    assertThat(pieces.part(1, all)).containsExactly(2, 3);
    assertThat(pieces.part(2, all)).containsExactly(4, 5);
  }
}
