package io.mien.synth.engine;

/** Who is served first: as long as anything is asked for on demand, nothing in bulk begins. */
public enum Urgency {
  /** Somebody waits for it; it may wait a moment itself, for others to share its batch. */
  ON_DEMAND,
  /** Nobody waits for a single image; as many as possible in a day. */
  BULK
}
