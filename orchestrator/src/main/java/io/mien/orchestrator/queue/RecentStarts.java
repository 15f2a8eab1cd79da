package io.mien.orchestrator.queue;

/**
 * What counts towards {@code starts_per_minute}: tasks that were offered within the last minute.
 */
public final class RecentStarts {

  /** Two counts, so that each has an index of the client's tasks. */
  private static final String COUNT =
      """
      (SELECT count(*)
         FROM task AS active
        WHERE active.client = %1$s AND active.state IN ('OFFERED', 'RUNNING', 'CANCELLING')
          AND active.offered_at > now() - interval '1 minute')
      + (SELECT count(*)
           FROM task AS finished
          WHERE finished.client = %1$s AND finished.finished_at > now() - interval '1 minute'
            AND finished.offered_at > now() - interval '1 minute')
      """;

  private RecentStarts() {}

  /**
   * SQL expression: how many there are.
   *
   * @param client SQL expression of the client's id
   */
  public static String count(String client) {
    return COUNT.formatted(client);
  }
}
