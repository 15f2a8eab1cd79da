package io.mien.orchestrator.lease;

import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.id.WorkerId;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository;
import io.mien.orchestrator.event.Curves;
import io.mien.orchestrator.event.ReportHandler;
import io.mien.orchestrator.event.TaskEventHandler;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaDeadLetters;
import io.mien.orchestrator.kafka.KafkaReportConsumer;
import io.mien.orchestrator.measure.JdbcMeasureRepository;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.reuse.StepReuse;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.ResultPublisher;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.run.RunViews;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.task.RetryPolicy;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.task.TaskTable;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import io.mien.orchestrator.worker.WorkerDrain;
import io.mien.orchestrator.worker.WorkerEventHandler;
import io.mien.store.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The way of reports into a {@link TaskTable}, wired as in production and stepped by the test. */
public final class Reporting {

  static final RetryPolicy.Budgets BUDGETS =
      new RetryPolicy.Budgets(3, 20, 5, Duration.ofSeconds(10), Duration.ofMinutes(10));

  private final JdbcHistory history = new JdbcHistory(Clock.systemUTC());
  public final JdbcOutbox outbox = new JdbcOutbox(() -> {});
  private final Uuid7 ids = new Uuid7(Clock.systemUTC(), new Random(1));
  private final TaskTable table;
  public final RunProgress progress;

  public Reporting(TaskTable table) {
    this.table = table;
    JdbcRunRepository runs = new JdbcRunRepository();
    RunViews views =
        new RunViews(runs, table.tasks, new JdbcEvaluationRepository(), new JdbcQueues());
    progress =
        new RunProgress(
            new RunProgress.Repositories(
                runs,
                table.tasks,
                table.transitions,
                new JdbcOutbox(() -> {}),
                views,
                new StepReuse(table.tasks, StepReuse.Mode.OFF),
                publisher()),
            history,
            ids,
            () -> {});
  }

  KafkaReportConsumer consumer(KafkaClients kafka) {
    return new KafkaReportConsumer(
        kafka, table.database, new ReportHandler(tasks(), workers()), new KafkaDeadLetters(kafka));
  }

  public WorkerEventHandler workers() {
    return new WorkerEventHandler(new JdbcWorkerRepository(), history, outbox, () -> {});
  }

  public WorkerDrain drain() {
    return new WorkerDrain(new JdbcWorkerRepository(), history, outbox, () -> {});
  }

  /** The attempt of a task has made room. */
  public void yielded(Transaction tx, Task task, WorkerId worker) {
    tasks()
        .handle(
            tx,
            List.of(
                new TaskInterrupted(
                    task.id(), 1, worker, Instant.EPOCH, TaskInterrupted.Reason.YIELDED)));
  }

  private TaskEventHandler tasks() {
    return new TaskEventHandler(
        new TaskEventHandler.Collaborators(
            table.tasks,
            table.transitions,
            outbox,
            progress,
            publisher(),
            new Curves(new JdbcMeasureRepository(), new JdbcSampleRepository(), history)),
        new RetryPolicy(BUDGETS, new Random(1)),
        TaskTable.LEASE);
  }

  private ResultPublisher publisher() {
    ResultPublisher.Repositories published =
        new ResultPublisher.Repositories(
            new JdbcDatasetRepository(),
            new JdbcCheckpointRepository(),
            new JdbcEvaluationRepository(),
            table.tasks,
            new JdbcRunRepository());
    return new ResultPublisher(published, ids, Clock.systemUTC());
  }

  /** Returns once the broker has the event. */
  static void send(String bootstrapServers, TaskEvent event) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = event.taskId().toString().getBytes(StandardCharsets.UTF_8);
      byte[] value = WireJson.MAPPER.writeValueAsBytes(event);
      producer.send(new ProducerRecord<>(Topics.TASK_EVENTS, key, value)).get();
    }
  }
}
