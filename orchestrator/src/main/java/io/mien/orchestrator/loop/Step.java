package io.mien.orchestrator.loop;

/** One round of something that is done again and again; tests call it themselves. */
@FunctionalInterface
public interface Step {

  Progress step();

  /** Whether there is more to do at once. */
  enum Progress {
    MORE,
    DONE
  }
}
