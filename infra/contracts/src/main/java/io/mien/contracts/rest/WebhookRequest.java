package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/webhooks}.
 *
 * @param url where the events are posted to
 * @param types of events, such as {@code run.succeeded}, or what they begin with, such as {@code
 *     run.}; when absent {@link #USUAL}
 * @param description for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookRequest(URI url, @Nullable List<String> types, @Nullable String description) {

  /** What most receivers want to know: how runs end, and what nobody will try again. */
  public static final List<String> USUAL =
      List.of("run.succeeded", "run.failed", "run.cancelled", "task.dead");
}
