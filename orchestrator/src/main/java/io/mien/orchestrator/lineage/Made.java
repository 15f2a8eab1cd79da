package io.mien.orchestrator.lineage;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.LineageView;
import io.mien.contracts.rest.LineageView.Kind;
import io.mien.orchestrator.database.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task has made.
 *
 * @param dataset that it is a version of
 * @param inputs the tasks on whose outputs it worked
 */
record Made(LineageView.Node node, LineageView.@Nullable Node dataset, List<UUID> inputs) {

  static Made map(Row row) throws SQLException {
    UUID task = row.uuid("task_id");
    UUID madeBy = row.uuid("made_by");
    UUID datasetId = row.uuidOrNull("dataset_id");
    LineageView.Maker by =
        new LineageView.Maker(
            new RunId(row.uuid("run_id")), new TaskId(task), row.instant("finished_at"));
    String name = name(row);
    return new Made(
        new LineageView.Node(
            kind(row.text("result")),
            Objects.requireNonNullElse(own(row), madeBy),
            LineageView.Side.valueOf(row.text("side")),
            name,
            by),
        datasetId == null
            ? null
            : new LineageView.Node(Kind.DATASET, datasetId, LineageView.Side.UPSTREAM, name, null),
        row.uuids("inputs"));
  }

  UUID task() {
    return Objects.requireNonNull(node.by()).taskId().value();
  }

  private static Kind kind(String result) {
    return switch (result) {
      case "DatasetPrepared", "SubjectErased" -> Kind.DATASET_VERSION;
      case "ClassifierTrained", "StarGanTrained", "FaceGanTrained", "CheckpointImported" ->
          Kind.CHECKPOINT;
      case "ImagesSynthesised", "ItemsSynthesised", "FacesGenerated" -> Kind.SYNTHESIS;
      case "SynthesisEvaluated" -> Kind.EVALUATION;
      case "PhotoPrepared" -> Kind.PHOTO;
      case "CheckpointExported" -> Kind.EXPORT;
      default -> Kind.OUTPUT;
    };
  }

  private static String name(Row row) throws SQLException {
    String dataset = row.textOrNull("dataset");
    String network = row.textOrNull("network");
    return dataset != null ? dataset : network != null ? network : row.text("step");
  }

  /** The id that it has beside that of its task. */
  private static @Nullable UUID own(Row row) throws SQLException {
    UUID checkpoint = row.uuidOrNull("checkpoint_id");
    return checkpoint == null ? row.uuidOrNull("evaluation_id") : checkpoint;
  }
}
