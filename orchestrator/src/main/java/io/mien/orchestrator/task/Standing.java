package io.mien.orchestrator.task;

import java.util.UUID;

/**
 * What decides when a queued task is offered, beside its age.
 *
 * @param client id of the API key whose work it is; slots are shared between clients
 * @param priority makes its {@link Lane}; within that, a point is worth a minute of waiting
 */
public record Standing(UUID client, int priority) {

  /** Whose work it is when nobody asked for it, or is known to have. */
  public static final UUID NOBODY = new UUID(0, 0);

  public Lane lane() {
    return Lane.of(priority);
  }

  /** The client with this name; {@link #NOBODY} when that is no id. */
  public static UUID client(String name) {
    try {
      return UUID.fromString(name);
    } catch (IllegalArgumentException e) {
      return NOBODY;
    }
  }
}
