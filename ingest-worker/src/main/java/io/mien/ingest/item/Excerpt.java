package io.mien.ingest.item;

import io.mien.ingest.source.SourceName;

/** What somebody wrote, as a message repeats it. */
final class Excerpt {

  private static final int LONGEST = 100;

  private Excerpt() {}

  /** Short, and nothing that a terminal would obey. */
  static String of(String text) {
    String head = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return SourceName.printable(head);
  }
}
