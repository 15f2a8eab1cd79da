package io.mien.orchestrator;

import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.PretrainedClassifiers;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.RunPlanner;
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
}
