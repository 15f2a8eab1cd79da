package io.mien.orchestrator.request;

import io.cloudevents.CloudEvent;

/** What makes a CloudEvent one: two with the same source and id are the same event. */
record EventKey(String source, String id) {

  static EventKey of(CloudEvent event) {
    return new EventKey(event.getSource().toString(), event.getId());
  }
}
