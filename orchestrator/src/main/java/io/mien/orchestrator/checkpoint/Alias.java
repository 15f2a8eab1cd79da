package io.mien.orchestrator.checkpoint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The aliases that Mien moves by itself, and what kind of network they matter for. */
public final class Alias {

  /** The checkpoint that was published last. */
  public static final String CANDIDATE = "candidate";

  /** The generator that is used unless another is asked for: the newest that was evaluated. */
  public static final String CHAMPION = "champion";

  /** {@link io.mien.contracts.result.CheckpointSummary#network()} of generators. */
  public static final String GENERATOR = "stargan";

  /**
   * The same of face generators; nothing evaluates them, so they have no champion by themselves.
   */
  public static final String FACE_GENERATOR = "face-gan";

  private Alias() {}

  /** What a request names, or the champion. */
  public static String orChampion(@Nullable String named) {
    return Objects.requireNonNullElse(named, CHAMPION);
  }
}
