package io.mien.orchestrator;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void orchestratorKeepsTheDependencyLawAndTheHouseStyle() {
    ArchitectureRules.check("io.mien.orchestrator");
  }
}
