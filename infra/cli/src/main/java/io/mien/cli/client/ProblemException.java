package io.mien.cli.client;

import io.mien.contracts.rest.Problem;

/** The server refused a call and said why. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail() + " [" + problem.code() + ", HTTP " + problem.status() + "]");
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
