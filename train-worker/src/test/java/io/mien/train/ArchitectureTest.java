package io.mien.train;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheDependencyLawAndTheHouseStyle() {
    ArchitectureRules.check("io.mien.train");
  }
}
