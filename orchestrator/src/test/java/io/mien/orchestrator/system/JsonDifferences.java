package io.mien.orchestrator.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two documents differ, as JSON pointers; the order of fields means nothing. */
final class JsonDifferences {

  private final List<String> found = new ArrayList<>();

  private JsonDifferences() {}

  static List<String> between(JsonNode expected, JsonNode actual) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", expected, actual);
    return differences.found;
  }

  private void compare(String pointer, JsonNode expected, JsonNode actual) {
    if (expected.isMissingNode()) {
      found.add(pointer + " is new");
    } else if (actual.isMissingNode()) {
      found.add(pointer + " is gone");
    } else if (expected.isObject() && actual.isObject()) {
      Set<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> compare(pointer + "/" + escaped(name), expected.path(name), actual.path(name)));
    } else if (expected.isArray() && actual.isArray()) {
      for (int at = 0; at < Math.max(expected.size(), actual.size()); at++) {
        compare(pointer + "/" + at, expected.path(at), actual.path(at));
      }
    } else if (!expected.equals(actual)) {
      found.add("%s was %s and is %s".formatted(pointer, expected, actual));
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
