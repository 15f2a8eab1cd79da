package io.mien.worker;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void workerRuntimeObeysTheRules() {
    ArchitectureRules.check("io.mien.worker");
  }
}
