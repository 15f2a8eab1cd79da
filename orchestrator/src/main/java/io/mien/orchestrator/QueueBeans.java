package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.OrchestratorBeans.Signals;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dead.JdbcDeadTasks;
import io.mien.orchestrator.dead.Redriver;
import io.mien.orchestrator.dispatch.OfferTerms;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.key.JdbcApiKeyRepository;
import io.mien.orchestrator.key.KeyAdministration;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.queue.JdbcQueuePauses;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.reuse.StepReuse;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.RunPauser;
import io.mien.orchestrator.run.RunPrioritiser;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.run.RunRetrier;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.waiting.Forecasts;
import io.mien.orchestrator.waiting.WhyWaiting;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import io.mien.orchestrator.worker.WorkerDrain;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The wiring of what operators do with runs, queues, workers, dead tasks and clients. */
@Dependent
public class QueueBeans {

  @Produces
  @Singleton
  StepReuse stepReuse(JdbcTaskRepository tasks, OrchestratorConfig config) {
    return new StepReuse(
        tasks, config.orchestrator().reuseSteps() ? StepReuse.Mode.ON : StepReuse.Mode.OFF);
  }

  @Produces
  @Singleton
  RunPauser runPauser(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress) {
    return new RunPauser(runs, tasks, transitions, outbox, progress);
  }

  @Produces
  @Singleton
  RunPrioritiser runPrioritiser(
      JdbcRunRepository runs, JdbcTaskRepository tasks, RunProgress progress) {
    return new RunPrioritiser(runs, tasks, progress);
  }

  @Produces
  @Singleton
  JdbcQueuePauses queuePauses() {
    return new JdbcQueuePauses();
  }

  @Produces
  @Singleton
  WorkerDrain workerDrain(
      JdbcWorkerRepository workers, JdbcHistory history, JdbcOutbox outbox, Signals signals) {
    return new WorkerDrain(workers, history, outbox, signals.dispatch());
  }

  @Produces
  @Singleton
  KeyAdministration keyAdministration(Uuid7 ids) {
    return new KeyAdministration(new JdbcApiKeyRepository(), new Secrets(), ids);
  }

  @Produces
  @Singleton
  JdbcDeadTasks deadTasks() {
    return new JdbcDeadTasks();
  }

  @Produces
  @Singleton
  Redriver redriver(
      Database database, JdbcDeadTasks dead, JdbcRunRepository runs, RunRetrier retrier) {
    return new Redriver(database, dead, runs, retrier);
  }

  @Produces
  @Singleton
  WhyWaiting whyWaiting(JdbcQueues queues, OfferTerms terms) {
    return new WhyWaiting(queues, terms, terms.heartbeatEvery().multipliedBy(2));
  }

  @Produces
  @Singleton
  Forecasts forecasts() {
    return new Forecasts();
  }
}
