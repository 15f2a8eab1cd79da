package io.mien.orchestrator.history;

import io.mien.contracts.rest.EventView;

/** An event on its way to those who watch. */
public record FeedEvent(Kind kind, EventView view) {

  /** Whether it can be read again later. */
  public enum Kind {
    STORED,
    LIVE
  }
}
