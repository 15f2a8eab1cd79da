package io.mien.orchestrator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.checkpoint.NamedClassifiers;
import io.mien.orchestrator.checkpoint.PretrainedClassifiers;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository;
import io.mien.orchestrator.history.EventFeed;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.history.PostgresNotifications;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.FirstKey;
import io.mien.orchestrator.key.JdbcApiKeyRepository;
import io.mien.orchestrator.key.Keys;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.lineage.JdbcLineage;
import io.mien.orchestrator.lineage.Lineage;
import io.mien.orchestrator.loop.Signal;
import io.mien.orchestrator.measure.JdbcMeasureRepository;
import io.mien.orchestrator.object.ObjectAccess;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunTemplates;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.rest.DatasetResource;
import io.mien.orchestrator.rest.RunResource;
import io.mien.orchestrator.reuse.StepReuse;
import io.mien.orchestrator.run.AskedRuns;
import io.mien.orchestrator.run.ErasureStarter;
import io.mien.orchestrator.run.ExpressionStarter;
import io.mien.orchestrator.run.ExpressionViews;
import io.mien.orchestrator.run.InspectionStarter;
import io.mien.orchestrator.run.InterchangeStarter;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.QualityGates;
import io.mien.orchestrator.run.ResultPublisher;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.run.RunRetrier;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunViews;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.upload.JdbcUploadRepository;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** The wiring of what the REST interface uses; {@link LoopBeans} wires what runs by itself. */
@Dependent
public class OrchestratorBeans {

  /** What loops wait for and transactions raise. */
  public record Signals(Signal dispatch, Signal outbox) {}

  @Produces
  @Singleton
  ObjectMapper json() {
    return WireJson.MAPPER.copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Uuid7 ids(Clock clock) {
    return new Uuid7(clock, new SecureRandom());
  }

  @Produces
  @Singleton
  Signals signals() {
    return new Signals(new Signal(), new Signal());
  }

  @Produces
  @Singleton
  Database database(DataSource dataSource) {
    return new Database(dataSource);
  }

  @Produces
  @Singleton
  ObjectStore store(OrchestratorConfig config) {
    OrchestratorConfig.Store store = config.store();
    return new MinioObjectStore(
        new ObjectStoreConfig(
            store.endpoint(), store.accessKey(), store.secretKey(), store.namespace()));
  }

  @Produces
  @Singleton
  Presets presets() {
    return Presets.load();
  }

  @Produces
  @Singleton
  RunTemplates runTemplates() {
    return RunTemplates.load();
  }

  /** What the installation asks of the terms of data. */
  @Produces
  @Singleton
  UseRules policy(OrchestratorConfig config) {
    OrchestratorConfig.Policy policy = config.policy();
    return new UseRules(
        policy.purpose(), policy.minors(), policy.commercialUse(), policy.consent());
  }

  @Produces
  @Singleton
  JdbcHistory history(Clock clock) {
    return new JdbcHistory(clock);
  }

  @Produces
  @Singleton
  JdbcOutbox outbox(Signals signals) {
    return new JdbcOutbox(signals.outbox());
  }

  @Produces
  @Singleton
  JdbcTaskRepository tasks() {
    return new JdbcTaskRepository();
  }

  @Produces
  @Singleton
  JdbcTaskTransitions transitions() {
    return new JdbcTaskTransitions();
  }

  @Produces
  @Singleton
  JdbcRunRepository runs() {
    return new JdbcRunRepository();
  }

  @Produces
  @Singleton
  JdbcQueues queues() {
    return new JdbcQueues();
  }

  @Produces
  @Singleton
  JdbcDatasetRepository datasets() {
    return new JdbcDatasetRepository();
  }

  @Produces
  @Singleton
  JdbcCheckpointRepository checkpoints() {
    return new JdbcCheckpointRepository();
  }

  @Produces
  @Singleton
  NamedCheckpoints namedCheckpoints(JdbcCheckpointRepository checkpoints) {
    return new NamedCheckpoints(checkpoints);
  }

  @Produces
  @Singleton
  JdbcEvaluationRepository evaluations() {
    return new JdbcEvaluationRepository();
  }

  @Produces
  @Singleton
  JdbcMeasureRepository measures() {
    return new JdbcMeasureRepository();
  }

  @Produces
  @Singleton
  JdbcSampleRepository samples() {
    return new JdbcSampleRepository();
  }

  @Produces
  @Singleton
  JdbcWorkerRepository workers() {
    return new JdbcWorkerRepository();
  }

  @Produces
  @Singleton
  JdbcIdempotencyKeys idempotencyKeys() {
    return new JdbcIdempotencyKeys();
  }

  @Produces
  @Singleton
  Keys keys(Database database, OrchestratorConfig config) {
    return new Keys(
        database, new JdbcApiKeyRepository(), new Secrets(), config.orchestrator().sessionLength());
  }

  @Produces
  @Singleton
  FirstKey firstKey(Database database, Uuid7 ids, OrchestratorConfig config) {
    return new FirstKey(
        database,
        new JdbcApiKeyRepository(),
        new Secrets(),
        ids,
        config.orchestrator().firstKey().orElse(null));
  }

  @Produces
  @Singleton
  RunViews runViews(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcEvaluationRepository evaluations,
      JdbcQueues queues) {
    return new RunViews(runs, tasks, evaluations, queues);
  }

  @Produces
  @Singleton
  RunProgress runProgress(
      RunProgress.Repositories repositories, JdbcHistory history, Uuid7 ids, Signals signals) {
    return new RunProgress(repositories, history, ids, signals.dispatch());
  }

  @Produces
  @Singleton
  RunProgress.Repositories runProgressRepositories(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunViews views,
      StepReuse reuse,
      ResultPublisher publisher) {
    return new RunProgress.Repositories(runs, tasks, transitions, outbox, views, reuse, publisher);
  }

  @Produces
  @Singleton
  RunStarter runStarter(
      JdbcRunRepository runs,
      JdbcIdempotencyKeys idempotency,
      RunProgress progress,
      Uuid7 ids,
      Clock clock) {
    return new RunStarter(runs, idempotency, progress, ids, clock);
  }

  @Produces
  @Singleton
  RunCanceller runCanceller(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress) {
    return new RunCanceller(runs, tasks, transitions, outbox, progress);
  }

  @Produces
  @Singleton
  ErasureStarter erasureStarter(
      JdbcDatasetRepository datasets, JdbcRunRepository runs, RunStarter starter, Uuid7 ids) {
    return new ErasureStarter(datasets, runs, starter, ids);
  }

  @Produces
  @Singleton
  DatasetResource.Repositories datasetResourceRepositories(
      JdbcDatasetRepository datasets,
      JdbcCheckpointRepository checkpoints,
      JdbcIdempotencyKeys idempotency,
      RunViews views,
      JdbcUploadRepository uploads) {
    return new DatasetResource.Repositories(datasets, checkpoints, idempotency, views, uploads);
  }

  @Produces
  @Singleton
  RunResource.Repositories runResourceRepositories(
      JdbcRunRepository runs, JdbcIdempotencyKeys idempotency, RunViews views) {
    return new RunResource.Repositories(runs, idempotency, views);
  }

  @Produces
  @Singleton
  RunResource.Actions runResourceActions(
      AskedRuns asked, RunStarter starter, RunCanceller canceller, RunRetrier retrier) {
    return new RunResource.Actions(asked, starter, canceller, retrier);
  }

  @Produces
  @Singleton
  PretrainedClassifiers pretrainedClassifiers(
      Database database, NamedClassifiers classifiers, ObjectStore store) {
    return new PretrainedClassifiers(database, classifiers, store);
  }

  @Produces
  @Singleton
  RunRetrier runRetrier(
      JdbcRunRepository runs,
      JdbcDatasetRepository datasets,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      RunProgress progress) {
    return new RunRetrier(runs, datasets, tasks, transitions, progress);
  }

  @Produces
  @Singleton
  ExpressionStarter expressionStarter(
      Database database,
      NamedCheckpoints checkpoints,
      QualityGates gates,
      RunStarter starter,
      ObjectStore store,
      Uuid7 ids,
      UseRules policy) {
    return new ExpressionStarter(database, checkpoints, gates, starter, store, ids, policy);
  }

  @Produces
  @Singleton
  InspectionStarter inspectionStarter(
      Database database,
      JdbcDatasetRepository datasets,
      SourceCheck sources,
      Presets presets,
      RunStarter starter,
      Uuid7 ids) {
    return new InspectionStarter(database, datasets, sources, presets, starter, ids);
  }

  @Produces
  @Singleton
  InterchangeStarter interchangeStarter(
      Database database, RunStarter starter, ObjectStore store, Uuid7 ids, UseRules policy) {
    return new InterchangeStarter(database, starter, store, ids, policy);
  }

  @Produces
  @Singleton
  ExpressionViews expressionViews(JdbcRunRepository runs, JdbcTaskRepository tasks) {
    return new ExpressionViews(runs, tasks);
  }

  @Produces
  @Singleton
  ObjectAccess objectAccess(
      JdbcTaskRepository tasks, JdbcSampleRepository samples, JdbcRunRepository runs) {
    return new ObjectAccess(tasks, samples, runs);
  }

  @Produces
  @Singleton
  Lineage lineage() {
    return new Lineage(new JdbcLineage());
  }

  @Produces
  @Singleton
  EventFeed feed(Database database, JdbcHistory history, OrchestratorConfig config) {
    OrchestratorConfig.Database db = config.database();
    return new EventFeed(
        database, history, new PostgresNotifications(db.url(), db.user(), db.password()));
  }
}
