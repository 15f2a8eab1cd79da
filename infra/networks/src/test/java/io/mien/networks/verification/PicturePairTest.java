package io.mien.networks.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PicturePairTest {
  /** Three pictures of each of twenty people. */
  private static final int[] PEOPLE = IntStream.range(0, 60).map(i -> i / 3).toArray();

  @Test
  void fewPicturesAreAllCompared() {
    List<PicturePair> pairs = PicturePair.among(PEOPLE);

    assertThat(pairs).hasSize(60 * 59 / 2).doesNotHaveDuplicates();
    assertThat(pairs).allMatch(pair -> pair.one() < pair.other());
  }

  @Test
  void tooManyPairsOfTwoPeopleAreChosenAcrossAllAndAlwaysTheSame() {
    List<PicturePair> pairs = PicturePair.among(PEOPLE, 200);

    List<PicturePair> different =
        pairs.stream().filter(pair -> PEOPLE[pair.one()] != PEOPLE[pair.other()]).toList();
    assertThat(different).hasSize(200).doesNotHaveDuplicates();
    assertThat(pairs).hasSize(200 + 20 * 3);
    assertThat(different.stream().mapToInt(pair -> PEOPLE[pair.one()]).distinct().count())
        .isGreaterThan(15);
    assertThat(PicturePair.among(PEOPLE, 200)).isEqualTo(pairs);
  }
}
