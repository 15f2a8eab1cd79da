package io.mien.orchestrator.start;

/** Something that the orchestrator stands on and that may be away, at start or later. */
public interface Component {

  /** As in {@code /q/health} and {@code GET /v1/system}. */
  String name();

  /** Makes it fit for use; called until it returns, then never again. */
  void prepare();

  /** Returns when it answers; called every few seconds once it is prepared. */
  void check();
}
