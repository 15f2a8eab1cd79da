package io.mien.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of Mien's Kafka topics. The key of every record is the task id, the worker id on {@link
 * #WORKER_EVENTS}, or the id of the request on {@link #SYNTHESIS_RESULTS}.
 */
public final class Topics {

  public static final String TASK_EVENTS = "task-events.v1";
  public static final String TASK_CONTROL = "task-control.v1";
  public static final String WORKER_EVENTS = "worker-events.v1";

  /** CloudEvents of products that ask for syntheses. */
  public static final String SYNTHESIS_REQUESTS = "synthesis-requests.v1";

  /** CloudEvents that answer them. */
  public static final String SYNTHESIS_RESULTS = "synthesis-results.v1";

  private static final String DEAD = ".dead";

  /** The largest message that any topic takes, in bytes as its producer counts them: 8 MiB. */
  public static final int LARGEST_MESSAGE_BYTES = 8 << 20;

  private Topics() {}

  /** The topic that offers tasks of this kind: {@code tasks.train.v1}. */
  public static String tasks(TaskKind kind) {
    return "tasks." + kind.wireName() + ".v1";
  }

  /** Where records of a topic go that nobody can read: {@code task-events.v1.dead}. */
  public static String dead(String topic) {
    return topic + DEAD;
  }

  /** Whether this is the name of a dead-letter topic. */
  public static boolean isDead(String topic) {
    return topic.endsWith(DEAD);
  }

  /** Every topic of the system, dead-letter topics included. */
  public static List<String> all() {
    return Stream.concat(
            Arrays.stream(TaskKind.values()).map(Topics::tasks),
            Stream.of(
                TASK_EVENTS, TASK_CONTROL, WORKER_EVENTS, SYNTHESIS_REQUESTS, SYNTHESIS_RESULTS))
        .flatMap(topic -> Stream.of(topic, dead(topic)))
        .toList();
  }
}
