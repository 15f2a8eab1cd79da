package io.mien.orchestrator.rest;

/** A refusal with its status. */
final class RestProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  RestProblem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** 404 for something that was asked for by id. */
  static RestProblem notFound(String what, Object id) {
    return new RestProblem(
        404, what + "-not-found", "There is no " + what + " with id " + id + ".");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
