package io.mien.contracts.dataset;

/**
 * Why a source file gave no crop; one line of {@code rejections.jsonl}.
 *
 * @param source path relative to the dataset's root
 * @param detail what was found, for a person
 */
public record Rejection(String source, Code code, String detail) {

  /** Stable reason codes. */
  public enum Code {
    NOT_AN_IMAGE,
    UNSUPPORTED_FORMAT,
    EMPTY_FILE,
    TRUNCATED,
    TOO_LARGE,
    TOO_SMALL,
    UNREADABLE,
    NO_FACE,
    UNKNOWN_LABEL,
    NO_LABEL,
    MISSING_FILE,
    DUPLICATE,
    /** A picture of a sequence that the layout's choice of frames leaves out. */
    NOT_CHOSEN,
    /** Shows a person who was erased from the dataset. */
    ERASED,
    /** Shows a child, and children were not asked for. */
    MINOR
  }
}
