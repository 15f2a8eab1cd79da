package io.mien.orchestrator.queue;

/**
 * What counts towards {@code starts_per_minute}: every start within the last minute, whatever has
 * become of its task, and the offers that may still be taken.
 */
public final class RecentStarts {

  /**
   * Two sums, so that each has an index of the client's tasks: neither reads what is older. The
   * newest start of a task comes first in it.
   */
  private static final String COUNT =
      """
      (SELECT count(*)
         FROM task AS offered
        WHERE offered.client = %1$s AND offered.state = 'OFFERED')
      + (SELECT count(*)
           FROM task AS begun
          CROSS JOIN LATERAL unnest(begun.recent_starts) AS start (at)
          WHERE begun.client = %1$s AND begun.recent_starts[1] > now() - interval '1 minute'
            AND start.at > now() - interval '1 minute')
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
