package io.mien.networks.training;

import io.mien.networks.checkpoint.CheckpointManifest.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chosen epoch of every seed that is done, and of the one in training so far. */
final class SeedProgress {
  private static final String SEED = "seed";
  private static final String CURRENT = "current";

  private final ModelSelection selection;
  private final List<EpochScore> done = new ArrayList<>();
  private @Nullable EpochScore current;

  SeedProgress(ModelSelection selection) {
    this.selection = selection;
  }

  /** Takes an epoch of the seed in training; says whether it is the chosen one by now. */
  boolean choose(EpochScore epoch) {
    EpochScore before = current;
    boolean better = before == null || epoch.betterThan(before);
    boolean chosen = better || selection.keep() == ModelSelection.Keep.LAST;
    if (chosen) {
      current = epoch;
    }
    return chosen;
  }

  /** Epochs since the chosen one. */
  int epochsWithoutBetter(int epoch) {
    return current == null ? 0 : epoch - current.epoch();
  }

  void endSeed() {
    if (current != null) {
      done.add(current);
    }
    current = null;
  }

  List<EpochScore> done() {
    return List.copyOf(done);
  }

  Optional<EpochScore> current() {
    return Optional.ofNullable(current);
  }

  void putInto(Map<String, Long> counters) {
    for (int i = 0; i < done.size(); i++) {
      done.get(i).putInto(counters, SEED + i);
    }
    current().ifPresent(score -> score.putInto(counters, CURRENT));
  }

  void restore(Progress progress) {
    for (int i = 0; i < selection.seeds(); i++) {
      EpochScore.from(progress, SEED + i).ifPresent(done::add);
    }
    current = EpochScore.from(progress, CURRENT).orElse(null);
  }
}
