package io.mien.store.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptualHashIndexTest {

  @Test
  void findsWhatComparingAllPairsFinds() {
    long seed = 11;
    List<Long> hashes = hashes(new Random(seed));
    PerceptualHashIndex index = new PerceptualHashIndex();
    int found = 0;
    for (int i = 0; i < hashes.size(); i++) {
      long hash = hashes.get(i);
      List<String> near = new ArrayList<>();
      index.forEachNear(hash, (number, distance) -> near.add(number + " at " + distance));
      assertThat(near)
          .as("hash %d of seed %d", i, seed)
          .containsExactlyInAnyOrderElementsOf(bruteForce(hashes, i));
      found += near.size();
      index.add(hash);
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void oneHashMoreOrLessBitsAway() {
    PerceptualHashIndex index = new PerceptualHashIndex();
    index.add(0);
    List<Integer> distances = new ArrayList<>();
    for (long hash : new long[] {0, 1, 0x8000000000000001L, 0x0001000100010001L, 0x1F, -1}) {
      index.forEachNear(hash, (number, distance) -> distances.add(distance));
    }
    assertThat(distances).containsExactly(0, 1, 2, 4);
  }

  /** Some anywhere, and around each of them some with 0 to 6 flipped bits. */
  private static List<Long> hashes(Random random) {
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      long centre = random.nextLong();
      for (int j = 0; j < 6; j++) {
        long hash = centre;
        for (int flips = random.nextInt(7); flips > 0; flips--) {
          hash ^= 1L << random.nextInt(64);
        }
        hashes.add(hash);
      }
    }
    return hashes;
  }

  private static List<String> bruteForce(List<Long> hashes, int end) {
    List<String> near = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      int distance = Long.bitCount(hashes.get(i) ^ hashes.get(end));
      if (distance <= PerceptualHashIndex.DISTANCE) {
        near.add(i + " at " + distance);
      }
    }
    return near;
  }
}
