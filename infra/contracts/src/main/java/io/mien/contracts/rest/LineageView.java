package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What something was made of, and what was made of it.
 *
 * @param start the node that was asked for
 * @param nodes oldest first
 * @param complete false when there are more nodes than are shown; those are the newest
 */
public record LineageView(UUID start, List<Node> nodes, List<Edge> edges, boolean complete) {

  public LineageView {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node is. */
  public enum Kind {
    /** As it was registered. */
    DATASET,
    /** Prepared crops. */
    DATASET_VERSION,
    CHECKPOINT,
    /** Generated images, of a dataset, of a photo, or of nobody. */
    SYNTHESIS,
    EVALUATION,
    /** A photo that was prepared for a checkpoint. */
    PHOTO,
    /** A checkpoint as a file for other programs. */
    EXPORT,
    /** Anything else that a task has left. */
    OUTPUT;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where a node stands, as seen from the start. */
  public enum Side {
    UPSTREAM,
    START,
    DOWNSTREAM
  }

  /**
   * Something that was made.
   *
   * @param id of the dataset, checkpoint or evaluation; of the task for everything else
   * @param name what people call it: the dataset, the network, or the step
   * @param by the task that made it, and its run; absent from what was registered
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Node(Kind kind, UUID id, Side side, String name, @Nullable Maker by) {}

  /** Who made a node, and when. */
  public record Maker(RunId runId, TaskId taskId, Instant at) {}

  /** One was used to make the other. */
  public record Edge(UUID from, UUID to) {}
}
