package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.checkpoint.PretrainedClassifiers;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunTemplates;
import io.mien.orchestrator.run.AskedRuns;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.RunPlanner;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.StepsRuns;
import io.mien.orchestrator.schedule.JdbcScheduleRepository;
import io.mien.orchestrator.schedule.ScheduledRuns;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The wiring of what plans runs, asked for now or by a schedule. */
@Dependent
public class PlanningBeans {

  @Produces
  @Singleton
  RunPlanner runPlanner(
      JdbcRunRepository runs,
      JdbcDatasetRepository datasets,
      Presets presets,
      PretrainedClassifiers classifiers,
      UseRules policy) {
    return new RunPlanner(runs, datasets, presets, classifiers, policy);
  }

  @Produces
  @Singleton
  StepsRuns stepsRuns(
      RunPlanner planner,
      NamedCheckpoints checkpoints,
      Presets presets,
      RunTemplates templates,
      UseRules policy) {
    return new StepsRuns(planner, checkpoints, presets, templates, policy);
  }

  @Produces
  @Singleton
  AskedRuns askedRuns(RunPlanner planner, StepsRuns steps) {
    return new AskedRuns(planner, steps);
  }

  @Produces
  @Singleton
  JdbcScheduleRepository schedules() {
    return new JdbcScheduleRepository();
  }

  @Produces
  @Singleton
  ScheduledRuns scheduledRuns(
      Database database,
      JdbcScheduleRepository schedules,
      AskedRuns asked,
      RunStarter starter,
      Uuid7 ids) {
    return new ScheduledRuns(database, schedules, asked, starter, ids);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart startingScheduledRuns(ScheduledRuns runs, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart("schedules", config.orchestrator().schedulesEvery(), runs);
  }
}
