package io.mien.orchestrator.lineage;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.TaskId;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked about.
 *
 * @param id of the checkpoint or evaluation, or of the task that made the rest
 */
public record LineageStart(Type type, UUID id) {

  private static final Pattern OBJECT =
      Pattern.compile(
          "(?:datasets|models|syntheses|reports)/tasks/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.+");

  /** What can be asked about. */
  public enum Type {
    DATASET_VERSION,
    CHECKPOINT,
    SYNTHESIS,
    EVALUATION,
    OBJECT;

    String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param id of an object, its bucket and key: {@code models/tasks/…/generator.safetensors}
   * @throws InvalidInput {@code bad-field}
   */
  public static LineageStart parse(String type, String id) {
    Type known =
        Arrays.stream(Type.values())
            .filter(each -> each.wireName().equals(type))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "bad-field",
                        "The field 'type' is '%s'; choose among %s."
                            .formatted(
                                type, Arrays.stream(Type.values()).map(Type::wireName).toList())));
    return new LineageStart(known, known == Type.OBJECT ? task(id) : uuid(id));
  }

  private static UUID task(String object) {
    Matcher matcher = OBJECT.matcher(object);
    if (!matcher.matches()) {
      throw new InvalidInput(
          "bad-field",
          "The field 'id' is '%s'; of an object that a task has left it is its bucket and key, as in models/tasks/…"
              .formatted(object));
    }
    return TaskId.fromString(matcher.group(1)).value();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "bad-field", "The field 'id' is '%s', which is no id.".formatted(id), e);
    }
  }
}
