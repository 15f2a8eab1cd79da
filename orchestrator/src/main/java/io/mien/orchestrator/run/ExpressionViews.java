package io.mien.orchestrator.run;

import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.object.ObjectUrl;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.Task;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expression sets as everybody may see them. */
public final class ExpressionViews {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;

  public ExpressionViews(JdbcRunRepository runs, JdbcTaskRepository tasks) {
    this.runs = runs;
    this.tasks = tasks;
  }

  /** Empty when there is no such run, or it is not about one photo. */
  public Optional<ExpressionSetView> find(Transaction tx, RunId runId) {
    return runs.find(tx, runId)
        .filter(run -> run.plan() instanceof ExpressionsPlan)
        .map(run -> view(run, (ExpressionsPlan) run.plan(), tasks.ofRuns(tx, List.of(runId))));
  }

  private static ExpressionSetView view(Run run, ExpressionsPlan plan, List<Task> tasks) {
    CheckpointId checkpoint = plan.checkpointId();
    ImagesSynthesised images = images(tasks);
    return new ExpressionSetView(
        run.runId(),
        run.state(),
        checkpoint,
        images == null ? List.of() : images.images().stream().map(ExpressionViews::image).toList(),
        images == null ? null : ObjectUrl.of(images.contactSheet()),
        run.state().isTerminal()
            ? tasks.stream()
                .filter(task -> task.view().result() == null)
                .map(task -> task.view().error())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null)
            : null);
  }

  private static @Nullable ImagesSynthesised images(List<Task> tasks) {
    return tasks.stream()
        .map(task -> task.view().result())
        .filter(ImagesSynthesised.class::isInstance)
        .map(ImagesSynthesised.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static ExpressionSetView.Image image(SynthesisedImage image) {
    return new ExpressionSetView.Image(
        image.expression(),
        ObjectUrl.of(image.image()),
        image.image().sha256(),
        image.image().bytes());
  }
}
