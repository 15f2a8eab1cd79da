package io.mien.store;

import io.mien.contracts.id.TaskId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom an object belongs to, as {@link ObjectKeys} says it in the key. */
public sealed interface ObjectOwner {

  /** Empty for keys of another kind. */
  static Optional<ObjectOwner> of(String key) {
    return Attempt.of(key).or(() -> Sent.of(key));
  }

  /**
   * An attempt of a task in the hands of one worker.
   *
   * @param life last segment of the worker's id
   */
  record Attempt(TaskId task, int attempt, String life) implements ObjectOwner {

    private static final Pattern KEY =
        Pattern.compile(ObjectKeys.TASKS + "([0-9a-f-]{36})/([1-9][0-9]{0,8})/([^/]+)/.+");

    /** Under which all its objects lie. */
    public String prefix() {
      return ObjectKeys.attempt(task, attempt, life);
    }

    private static Optional<ObjectOwner> of(String key) {
      Matcher parts = KEY.matcher(key);
      return parts.matches()
          ? uuid(parts.group(1))
              .map(id -> new Attempt(new TaskId(id), number(parts), parts.group(3)))
          : Optional.empty();
    }

    private static int number(Matcher parts) {
      return Integer.parseInt(parts.group(2));
    }
  }

  /**
   * What somebody sent in.
   *
   * @param id of an upload or of a run
   */
  record Sent(UUID id) implements ObjectOwner {

    private static final Pattern KEY = Pattern.compile(ObjectKeys.UPLOADS + "([0-9a-f-]{36})/.+");

    private static Optional<ObjectOwner> of(String key) {
      Matcher parts = KEY.matcher(key);
      return parts.matches() ? uuid(parts.group(1)).map(Sent::new) : Optional.empty();
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
