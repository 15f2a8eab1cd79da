package io.mien.testkit;

import java.util.Map;

/** Values that the servers' process promised to send. */
final class Required {

  private Required() {}

  static String value(Map<String, String> answer, String key) {
    String value = answer.get(key);
    if (value == null) {
      throw new IllegalStateException(
          "The test servers answered without '" + key + "': " + answer.keySet());
    }
    return value;
  }
}
