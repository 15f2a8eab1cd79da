package io.mien.orchestrator.webhook;

import io.mien.contracts.failure.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Which events an endpoint gets: whole types, or beginnings of types, which end in a full stop. */
public record EventTypes(List<String> names) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)*\\.?");
  private static final int LONGEST = 80;
  private static final int MOST = 50;

  /**
   * @throws InvalidInput {@code bad-field}
   */
  public EventTypes {
    if (names.isEmpty()
        || names.size() > MOST
        || names.stream().anyMatch(Objects::isNull)
        || names.stream().anyMatch(name -> name.length() > LONGEST)
        || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw new InvalidInput(
          "bad-field",
          "The field 'types' is %s; it has 1 to %d types of events such as run.succeeded, or beginnings of types such as 'run.'."
              .formatted(names, MOST));
    }
    names = names.stream().distinct().toList();
  }
}
