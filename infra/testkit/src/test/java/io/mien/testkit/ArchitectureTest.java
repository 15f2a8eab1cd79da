package io.mien.testkit;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void testkitObeysItsOwnRules() {
    ArchitectureRules.check("io.mien.testkit");
  }

  /** Here, because embedded cannot depend on testkit. */
  @Test
  void embeddedServersObeyTheRules() {
    ArchitectureRules.check("io.mien.embedded");
  }
}
