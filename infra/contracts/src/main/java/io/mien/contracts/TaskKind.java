package io.mien.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of worker a task needs; also the middle of its topic's name. */
public enum TaskKind {
  INGEST,
  TRAIN,
  SYNTH,
  EVAL;

  /**
   * The name on the wire and in the database: {@code ingest}, {@code train}, {@code synth}, {@code
   * eval}.
   */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The share group, and the name, of the workers that take these tasks: {@code train-worker}. */
  public String shareGroup() {
    return wireName() + "-worker";
  }
}
