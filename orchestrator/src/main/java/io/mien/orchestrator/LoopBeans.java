package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.OrchestratorBeans.Signals;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.dispatch.Dispatcher;
import io.mien.orchestrator.dispatch.OfferTerms;
import io.mien.orchestrator.dispatch.RefusedOffers;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository;
import io.mien.orchestrator.event.Curves;
import io.mien.orchestrator.event.ReportHandler;
import io.mien.orchestrator.event.TaskEventHandler;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaDeadLetters;
import io.mien.orchestrator.kafka.KafkaEventHorizon;
import io.mien.orchestrator.kafka.KafkaMessageSender;
import io.mien.orchestrator.kafka.KafkaReportConsumer;
import io.mien.orchestrator.kafka.KafkaTopics;
import io.mien.orchestrator.key.FirstKey;
import io.mien.orchestrator.lease.EventHorizon;
import io.mien.orchestrator.lease.OfferExpiry;
import io.mien.orchestrator.lease.Reaper;
import io.mien.orchestrator.measure.JdbcMeasureRepository;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.outbox.OutboxPublisher;
import io.mien.orchestrator.queue.JdbcCandidates;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.ResultPublisher;
import io.mien.orchestrator.run.RunDeadlines;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.start.Components;
import io.mien.orchestrator.start.DatabaseComponent;
import io.mien.orchestrator.start.KafkaComponent;
import io.mien.orchestrator.start.ObjectStoreComponent;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.RetryPolicy;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import io.mien.orchestrator.worker.LostWorkers;
import io.mien.orchestrator.worker.WorkerEventHandler;
import io.mien.store.ObjectStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The wiring of what runs by itself. */
@Dependent
public class LoopBeans {

  @Produces
  @Singleton
  KafkaClients kafka(OrchestratorConfig config) {
    return new KafkaClients(config.kafka().bootstrapServers(), KafkaClients.GROUP);
  }

  @Produces
  @Singleton
  EventHorizon horizon(KafkaClients kafka, Database database, JdbcTaskTransitions transitions) {
    return new KafkaEventHorizon(kafka, () -> database.transact(transitions::now));
  }

  @Produces
  @Singleton
  OfferTerms terms(OrchestratorConfig config) {
    OrchestratorConfig.Orchestrator ours = config.orchestrator();
    return new OfferTerms(
        ours.lease(), ours.heartbeatEvery(), ours.offerTimeout(), ours.onDemandSlots());
  }

  @Produces
  @Singleton
  RetryPolicy.Budgets budgets(OrchestratorConfig config) {
    OrchestratorConfig.Orchestrator ours = config.orchestrator();
    return new RetryPolicy.Budgets(
        ours.failureBudget(),
        ours.interruptionBudget(),
        ours.crashBudget(),
        ours.firstBackoff(),
        ours.longestBackoff());
  }

  @Produces
  @Singleton
  RetryPolicy retries(RetryPolicy.Budgets budgets) {
    return new RetryPolicy(budgets, new SecureRandom());
  }

  @Produces
  @Singleton
  ResultPublisher publisher(
      JdbcDatasetRepository datasets,
      JdbcCheckpointRepository checkpoints,
      JdbcEvaluationRepository evaluations,
      JdbcTaskRepository tasks,
      JdbcRunRepository runs,
      Uuid7 ids,
      Clock clock) {
    return new ResultPublisher(
        new ResultPublisher.Repositories(datasets, checkpoints, evaluations, tasks, runs),
        ids,
        clock);
  }

  @Produces
  @Singleton
  Curves curves(JdbcMeasureRepository measures, JdbcSampleRepository samples, JdbcHistory history) {
    return new Curves(measures, samples, history);
  }

  @Produces
  @Singleton
  TaskEventHandler.Collaborators taskEventCollaborators(
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress,
      ResultPublisher publisher,
      Curves curves) {
    return new TaskEventHandler.Collaborators(
        tasks, transitions, outbox, progress, publisher, curves);
  }

  @Produces
  @Singleton
  TaskEventHandler taskEvents(
      TaskEventHandler.Collaborators with, RetryPolicy retries, OfferTerms terms) {
    return new TaskEventHandler(with, retries, terms.lease());
  }

  @Produces
  @Singleton
  WorkerEventHandler workerEvents(
      JdbcWorkerRepository workers, JdbcHistory history, JdbcOutbox outbox, Signals signals) {
    return new WorkerEventHandler(workers, history, outbox, signals.dispatch());
  }

  @Produces
  @Singleton
  Reports reports(
      KafkaClients kafka,
      Database database,
      TaskEventHandler tasks,
      WorkerEventHandler workers,
      OrchestratorConfig config) {
    return new Reports(
        Stream.generate(
                () ->
                    new KafkaReportConsumer(
                        kafka,
                        database,
                        new ReportHandler(tasks, workers),
                        new KafkaDeadLetters(kafka)))
            .limit(config.orchestrator().reportReaders())
            .toList());
  }

  /** Those who take in what workers report. */
  public record Reports(List<KafkaReportConsumer> readers) {}

  @Produces
  @Singleton
  OutboxPublisher outboxPublisher(
      Database database,
      JdbcOutbox outbox,
      KafkaClients kafka,
      JdbcTaskTransitions transitions,
      RunProgress progress) {
    return new OutboxPublisher(
        database, outbox, new KafkaMessageSender(kafka), new RefusedOffers(transitions, progress));
  }

  @Produces
  @Singleton
  Dispatcher.Collaborators dispatcherCollaborators(
      JdbcQueues queues, JdbcTaskTransitions transitions, JdbcOutbox outbox, RunProgress progress) {
    return new Dispatcher.Collaborators(
        queues, new JdbcCandidates(), transitions, outbox, progress);
  }

  @Produces
  @Singleton
  Dispatcher dispatcher(
      Database database, Dispatcher.Collaborators with, OfferTerms terms, Clock clock) {
    return new Dispatcher(database, with, terms, clock);
  }

  @Produces
  @Singleton
  Reaper reaper(
      Database database,
      JdbcTaskTransitions transitions,
      RunProgress progress,
      EventHorizon horizon,
      RetryPolicy.Budgets budgets) {
    return new Reaper(database, transitions, progress, horizon, budgets);
  }

  @Produces
  @Singleton
  OfferExpiry offerExpiry(
      Database database,
      JdbcTaskTransitions transitions,
      RunProgress progress,
      EventHorizon horizon,
      OfferTerms terms) {
    return new OfferExpiry(database, transitions, progress, horizon, terms.offerTimeout());
  }

  @Produces
  @Singleton
  LostWorkers lostWorkers(
      Database database,
      JdbcWorkerRepository workers,
      JdbcHistory history,
      EventHorizon horizon,
      OrchestratorConfig config) {
    return new LostWorkers(
        database, workers, history, horizon, config.orchestrator().workerLostAfter());
  }

  @Produces
  @Singleton
  OrchestratorLoops.Steps steps(
      Dispatcher dispatcher,
      OutboxPublisher publisher,
      Reports reports,
      Reaper reaper,
      OfferExpiry offerExpiry,
      LostWorkers lostWorkers,
      RunDeadlines deadlines,
      @All List<OrchestratorLoops.Apart> apart) {
    return new OrchestratorLoops.Steps(
        dispatcher,
        publisher,
        reports.readers(),
        List.of(deadlines, lostWorkers, reaper, offerExpiry),
        apart);
  }

  @Produces
  @Singleton
  Components components(
      Database database,
      Flyway flyway,
      FirstKey firstKey,
      KafkaClients kafka,
      ObjectStore store,
      OrchestratorLoops loops) {
    return new Components(
        List.of(
            new DatabaseComponent(database, flyway, firstKey),
            new KafkaComponent(new KafkaTopics(kafka, loops.partitions())),
            new ObjectStoreComponent(store)),
        loops::start);
  }
}
