package io.mien.worker.attempt;

import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskError.Category;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.failure.Unavailable;
import io.mien.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a failure means for the task. */
final class Diagnosis {

  private static final int LONGEST_MESSAGE = 2_000;
  private static final int DEEPEST_CAUSE = 20;
  private static final int REPLACEMENT = 0xFFFD;
  private static final String OURS = "io.mien.";

  private Diagnosis() {}

  /** The first cause of a known kind decides; a failure without one is a defect. */
  static TaskError of(Throwable failure) {
    List<Throwable> causes = causesOf(failure);
    String fingerprint = fingerprint(causes);
    return causes.stream()
        .map(cause -> known(cause, fingerprint))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> defect(failure, fingerprint));
  }

  private static Optional<TaskError> known(Throwable cause, String fingerprint) {
    if (cause instanceof InvalidInput e) {
      return Optional.of(error(Category.INVALID_INPUT, e.code(), e, fingerprint));
    }
    if (cause instanceof Unavailable e) {
      return Optional.of(error(Category.UNAVAILABLE, e.code(), e, fingerprint));
    }
    if (cause instanceof ResourceExhausted e) {
      return Optional.of(error(Category.RESOURCE_EXHAUSTED, e.code(), e, fingerprint));
    }
    if (cause instanceof OutOfMemoryError e) {
      return Optional.of(error(Category.RESOURCE_EXHAUSTED, "out-of-memory", e, fingerprint));
    }
    return Optional.empty();
  }

  private static TaskError defect(Throwable failure, String fingerprint) {
    String code =
        failure
            .getClass()
            .getSimpleName()
            .replaceFirst("(Exception|Error)$", "")
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
    return error(Category.INTERNAL, code.isEmpty() ? "internal" : code, failure, fingerprint);
  }

  private static TaskError error(Category category, String code, Throwable e, String fingerprint) {
    String text = String.valueOf(e.getMessage());
    String message = category == Category.INTERNAL ? e.getClass().getName() + ": " + text : text;
    String shown =
        message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    return new TaskError(category, legible(code), legible(shown), fingerprint);
  }

  /**
   * A message may quote the input, but PostgreSQL stores no U+0000 and UTF-8 knows no half of a
   * surrogate pair: what cannot be shown becomes U+FFFD.
   */
  private static String legible(String text) {
    return text.codePoints()
        .map(point -> isShown(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isShown(int point) {
    return point == '\n'
        || point == '\t'
        || !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
  }

  /** Class of the failure and the innermost place of it in our own code. */
  private static String fingerprint(List<Throwable> causes) {
    Throwable root = causes.get(causes.size() - 1);
    String place =
        causes.stream()
            .map(Diagnosis::firstFrameOfOurs)
            .flatMap(Optional::stream)
            .reduce((outer, inner) -> inner)
            .orElse("elsewhere");
    byte[] text = (root.getClass().getName() + " at " + place).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).substring(0, 12);
  }

  private static Optional<String> firstFrameOfOurs(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS)) {
        return Optional.of(frame.getClassName() + "." + frame.getMethodName());
      }
    }
    return Optional.empty();
  }

  private static List<Throwable> causesOf(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && causes.size() < DEEPEST_CAUSE;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
