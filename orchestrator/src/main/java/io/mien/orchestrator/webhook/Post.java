package io.mien.orchestrator.webhook;

import io.mien.orchestrator.webhook.address.Target;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param headers beside those that HTTP itself needs
 * @param body JSON
 */
public record Post(Target target, Map<String, String> headers, String body) {

  public Post {
    headers = Map.copyOf(headers);
  }
}
