package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever is lost, doubled, swapped, broken, frozen, cancelled and retried: every accepted task
 * ends once, with one result of the attempt that held it, no client has more than its quota, what
 * is urgent goes first, who asked for events hears of all of them, and nothing is left over. A
 * failure names its seed; seeds of one replica at a time repeat themselves.
 */
class RandomHistoryIT {

  private static final Logger LOG = LoggerFactory.getLogger(RandomHistoryIT.class);
  private static final int ACTIONS = 350;
  private static final int PAIRS = 120;

  /** What never happens proves nothing, so the fixed seeds have to meet all that they are for. */
  @Test
  void everythingEndsOnce() throws Exception {
    Map<String, Long> met = new HashMap<>();
    for (long seed = 1; seed <= 8; seed++) {
      inOneThread(seed).forEach((type, times) -> met.merge(type, times, Long::sum));
    }

    assertThat(met)
        .containsKeys(
            "task.requeued",
            "task.cancelling",
            "task.cancelled",
            "task.failed",
            "task.dead",
            "task.succeeded",
            "task.checkpointed",
            "run.cancelled",
            "run.failed",
            "run.retried",
            "run.succeeded",
            "fault",
            "full quota",
            "overtaking",
            "last start of a minute",
            "failed webhook");
    assertThat(met).doesNotContainValue(0L);
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102})
  void everythingEndsOnceThoughTwoReplicasActAtOnce(long seed) throws Exception {
    sideBySide(seed);
  }

  @Tag("chaos")
  @ParameterizedTest
  @MethodSource("anySeeds")
  void everythingEndsOnceWithAnySeed(long seed) throws Exception {
    inOneThread(seed);
  }

  @Tag("chaos")
  @ParameterizedTest
  @MethodSource("anySeeds")
  void everythingEndsOnceThoughTwoReplicasActAtOnceWithAnySeed(long seed) throws Exception {
    sideBySide(seed);
  }

  /**
   * So many as {@code -Dmien.chaos.seeds} says, from the time on, or from {@code
   * -Dmien.chaos.seed}.
   */
  static LongStream anySeeds() {
    long first = Long.getLong("mien.chaos.seed", System.currentTimeMillis());
    return LongStream.range(first, first + Long.getLong("mien.chaos.seeds", 60));
  }

  private static Map<String, Long> inOneThread(long seed) throws Exception {
    try (ChaosDatabase tables = new ChaosDatabase()) {
      RandomHistory history = new RandomHistory(seed, tables);
      history.live(ACTIONS);
      return end(seed, history);
    }
  }

  private static void sideBySide(long seed) throws Exception {
    try (ChaosDatabase tables = new ChaosDatabase();
        SideBySide threads = new SideBySide()) {
      RandomHistory history = new RandomHistory(seed, tables);
      history.liveSideBySide(PAIRS, threads);
      end(seed, history);
    }
  }

  private static Map<String, Long> end(long seed, RandomHistory history) {
    history.comeToRest();
    Map<String, Long> tally = history.tally();
    LOG.info("Seed {}: {}", seed, tally);
    assertThat(history.violations()).as("seed %d", seed).isEmpty();
    return tally;
  }
}
