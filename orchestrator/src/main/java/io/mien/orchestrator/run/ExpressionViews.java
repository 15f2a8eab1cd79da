package io.mien.orchestrator.run;

import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.result.TaskResult;
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
    ImageFormat format = plan.picture().form().encoding();
    ImagesSynthesised images = result(tasks, ImagesSynthesised.class);
    return new ExpressionSetView(
        run.runId(),
        run.state(),
        checkpoint,
        images == null
            ? List.of()
            : images.images().stream().map(image -> image(image, format)).toList(),
        images == null ? null : ObjectUrl.of(images.contactSheet()),
        run.state().isTerminal()
            ? tasks.stream()
                .filter(task -> task.view().result() == null)
                .map(task -> task.view().error())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null)
            : null,
        made(plan, tasks),
        images == null ? List.of() : images.rejected(),
        task(tasks, ImagesSynthesised.class).map(TaskView::reusedFrom).orElse(null));
  }

  private static ExpressionSetView.Made made(ExpressionsPlan plan, List<Task> tasks) {
    PhotoPrepared prepared = result(tasks, PhotoPrepared.class);
    return new ExpressionSetView.Made(
        plan.photo().sha256(),
        plan.checkpoint().manifest().sha256(),
        prepared == null ? null : prepared.box(),
        plan.picture().output(),
        plan.picture().form().share());
  }

  private static <T extends TaskResult> @Nullable T result(List<Task> tasks, Class<T> kind) {
    return task(tasks, kind).map(TaskView::result).map(kind::cast).orElse(null);
  }

  /** The one that ended with a result of this kind. */
  private static Optional<TaskView> task(List<Task> tasks, Class<? extends TaskResult> kind) {
    return tasks.stream()
        .map(Task::view)
        .filter(view -> kind.isInstance(view.result()))
        .findFirst();
  }

  private static ExpressionSetView.Image image(SynthesisedImage image, ImageFormat format) {
    return new ExpressionSetView.Image(
        image.expression(),
        ObjectUrl.of(image.image()),
        image.image().sha256(),
        image.image().bytes(),
        format,
        image.width(),
        image.height(),
        image.checkpoint(),
        image.intensity(),
        image.quality(),
        image.reusedFrom());
  }
}
