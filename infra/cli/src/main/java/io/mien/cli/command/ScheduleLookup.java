package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.ScheduleView;

/** Finds a schedule by its name or id. */
final class ScheduleLookup {

  private final MienClient client;

  ScheduleLookup(MienClient client) {
    this.client = client;
  }

  ScheduleView find(String nameOrId) {
    return client.all("/v1/schedules", new TypeReference<Page<ScheduleView>>() {}).stream()
        .filter(
            each -> each.name().equals(nameOrId) || each.scheduleId().toString().equals(nameOrId))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "schedule-not-found",
                    "Looked for a schedule '"
                        + nameOrId
                        + "': there is none; 'mien schedule list' shows what there is."));
  }

  /** Does something with a schedule; how it is then. */
  ScheduleView change(String nameOrId, String action) {
    return client.post(
        "/v1/schedules/" + find(nameOrId).scheduleId() + "/" + action, ScheduleView.class);
  }
}
