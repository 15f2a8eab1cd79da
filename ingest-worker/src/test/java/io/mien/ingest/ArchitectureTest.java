package io.mien.ingest;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void dependencyLawAndHouseStyleHold() {
    ArchitectureRules.check("io.mien.ingest");
  }
}
