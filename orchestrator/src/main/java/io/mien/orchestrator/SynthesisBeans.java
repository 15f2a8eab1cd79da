package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.checkpoint.NamedClassifiers;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaDeadLetters;
import io.mien.orchestrator.kafka.KafkaRequestConsumer;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.request.Answers;
import io.mien.orchestrator.request.SynthesisAnswers;
import io.mien.orchestrator.request.SynthesisRequests;
import io.mien.orchestrator.rest.SynthesisResource;
import io.mien.orchestrator.run.JdbcDeadlines;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.QualityGates;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.RunDeadlines;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.SynthesisStarter;
import io.mien.orchestrator.synthesis.ItemSearch;
import io.mien.orchestrator.synthesis.Syntheses;
import io.mien.orchestrator.synthesis.SynthesisArchive;
import io.mien.orchestrator.synthesis.SynthesisLines;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.upload.JdbcUploadRepository;
import io.mien.store.ObjectLinks;
import io.mien.store.ObjectStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The wiring of syntheses of many photos. */
@Dependent
public class SynthesisBeans {

  @Produces
  @Singleton
  JdbcDeadlines deadlines() {
    return new JdbcDeadlines();
  }

  @Produces
  @Singleton
  SynthesisStarter.Collaborators synthesisCollaborators(
      NamedCheckpoints checkpoints,
      SourceCheck sources,
      JdbcUploadRepository uploads,
      JdbcDeadlines deadlines,
      RunStarter starter,
      QualityGates gates,
      ObjectStore store,
      UseRules policy) {
    return new SynthesisStarter.Collaborators(
        checkpoints, sources, uploads, deadlines, starter, gates, store, policy);
  }

  @Produces
  @Singleton
  NamedClassifiers namedClassifiers(JdbcCheckpointRepository checkpoints) {
    return new NamedClassifiers(checkpoints);
  }

  @Produces
  @Singleton
  QualityGates qualityGates(
      NamedCheckpoints checkpoints, NamedClassifiers classifiers, UseRules policy) {
    return new QualityGates(checkpoints, classifiers, policy);
  }

  @Produces
  @Singleton
  SynthesisStarter synthesisStarter(
      Database database, SynthesisStarter.Collaborators with, Uuid7 ids, Clock clock) {
    return new SynthesisStarter(database, with, ids, clock);
  }

  @Produces
  @Singleton
  Syntheses syntheses(JdbcRunRepository runs, JdbcTaskRepository tasks, JdbcDeadlines deadlines) {
    return new Syntheses(runs, tasks, deadlines);
  }

  @Produces
  @Singleton
  SynthesisResource.Reading synthesisReading(
      Database database, Syntheses syntheses, ObjectStore store, ObjectLinks links) {
    SynthesisLines lines = new SynthesisLines(database, store);
    return new SynthesisResource.Reading(
        syntheses,
        lines,
        new SynthesisArchive(lines, store),
        new ItemSearch(database, store),
        links);
  }

  @Produces
  @Singleton
  Answers answers(JdbcOutbox outbox, Clock clock) {
    return new Answers(outbox, clock);
  }

  @Produces
  @Singleton
  KafkaRequestConsumer requestConsumer(
      KafkaClients kafka,
      Database database,
      SynthesisStarter starter,
      Syntheses syntheses,
      Answers answers,
      OrchestratorConfig config) {
    SynthesisRequests.Limits limits =
        new SynthesisRequests.Limits(
            config.orchestrator().requestsClient(), config.orchestrator().mostOpenRequests());
    return new KafkaRequestConsumer(
        kafka,
        new SynthesisRequests(database, starter, syntheses, answers, limits),
        new KafkaDeadLetters(kafka));
  }

  void closeConsumer(@Disposes KafkaRequestConsumer consumer) {
    consumer.close();
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart readingRequests(KafkaRequestConsumer consumer) {
    return new OrchestratorLoops.Apart("request-reader", Duration.ZERO, consumer);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart answeringRequests(
      Database database, Syntheses syntheses, Answers answers, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart(
        "answers",
        config.orchestrator().answersEvery(),
        new SynthesisAnswers(database, syntheses, answers));
  }

  @Produces
  @Singleton
  RunDeadlines runDeadlines(Database database, JdbcDeadlines deadlines, RunCanceller canceller) {
    return new RunDeadlines(database, deadlines, canceller);
  }
}
