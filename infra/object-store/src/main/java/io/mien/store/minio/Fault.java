package io.mien.store.minio;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;

/** What a failed request says about the store. */
enum Fault {
  /** There is no such object. */
  MISSING,
  /** The store understood and will say the same again: keys, buckets or the request are wrong. */
  REFUSED,
  /** The store cannot be reached, is overloaded or answers nonsense; try again. */
  AWAY;

  private static final Set<String> BUSY =
      Set.of("SlowDown", "RequestTimeout", "ServiceUnavailable", "InternalError", "Busy");

  /**
   * What a store says that got less of a request than it was told to expect: the connection was cut
   * on the way. S3Proxy has the second name for it, which stays wrong when it means something else.
   */
  private static final Set<String> CUT = Set.of("IncompleteBody", "InvalidRequest");

  static Fault of(Exception failure) {
    if (failure instanceof ErrorResponseException answer) {
      return of(answer.errorResponse().code(), answer.response().code());
    }
    if (failure instanceof ServerException || failure instanceof InvalidResponseException) {
      return AWAY;
    }
    return causedByNetwork(failure) ? AWAY : REFUSED;
  }

  static Fault of(String code, int status) {
    if (code.equals("NoSuchKey")) {
      return MISSING;
    }
    boolean passing = status >= 500 || status == 429 || BUSY.contains(code) || CUT.contains(code);
    return passing ? AWAY : REFUSED;
  }

  static String describe(Exception failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof ErrorResponseException answer
        ? answer.errorResponse().code() + " (" + answer.errorResponse().message() + ")"
        : root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private static boolean causedByNetwork(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
