package io.mien.orchestrator.request;

import io.cloudevents.CloudEvent;
import io.mien.orchestrator.run.PlainTexts;

/** What makes a CloudEvent one: two with the same source and id are the same event. */
record EventKey(String source, String id) {

  private static final int LONGEST = 1000;

  EventKey {
    if (!PlainTexts.isPlain(source + id) || source.length() + id.length() > LONGEST) {
      throw new IllegalArgumentException(
          "An event's source and id have %d characters; together at most %d, and no control characters."
              .formatted(source.length() + id.length(), LONGEST));
    }
  }

  /**
   * @throws IllegalArgumentException for what CloudEvents forbids, or cannot be kept: nobody could
   *     be answered
   */
  static EventKey of(CloudEvent event) {
    return new EventKey(event.getSource().toString(), event.getId());
  }
}
