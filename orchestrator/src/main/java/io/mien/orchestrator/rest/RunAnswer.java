package io.mien.orchestrator.rest;

import io.mien.contracts.rest.RunView;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to requests that start a run: the run, and where it is followed. */
final class RunAnswer {

  private RunAnswer() {}

  static RestResponse<RunView> created(RunView run) {
    return answer(201, run);
  }

  /** For work whose outcome is what the client waits for, not the run. */
  static RestResponse<RunView> accepted(RunView run) {
    return answer(202, run);
  }

  private static RestResponse<RunView> answer(int status, RunView run) {
    return RestResponse.ResponseBuilder.<RunView>create(status)
        .location(URI.create("/v1/runs/" + run.runId()))
        .entity(run)
        .build();
  }
}
