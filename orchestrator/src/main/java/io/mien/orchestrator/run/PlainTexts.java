package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.store.json.WireJson;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Whether what somebody wrote can be kept: names go to the database, files to the store. */
public final class PlainTexts {

  /** Control characters, and halves of characters. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private PlainTexts() {}

  /**
   * @param request written as a JSON object
   * @throws InvalidInput {@code bad-field} for any text in it that has control characters
   */
  static void check(Object request) {
    JsonNode fields = WireJson.MAPPER.valueToTree(request);
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (isForbidden(field.getValue())) {
        throw new InvalidInput(
            "bad-field",
            "The field '%s' has control characters. Leave them out.".formatted(field.getKey()));
      }
    }
  }

  /** Whether a text has no control characters. */
  public static boolean isPlain(String text) {
    return !FORBIDDEN.matcher(text).find();
  }

  private static boolean isForbidden(JsonNode value) {
    return value.isTextual()
        ? !isPlain(value.textValue())
        : StreamSupport.stream(value.spliterator(), false).anyMatch(PlainTexts::isForbidden);
  }
}
