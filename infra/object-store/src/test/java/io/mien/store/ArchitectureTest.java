package io.mien.store;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void objectStoreObeysTheRules() {
    ArchitectureRules.check("io.mien.store");
  }

  /** Here, so that contracts depend on nothing, not even in their tests. */
  @Test
  void contractsObeyTheRules() {
    ArchitectureRules.check("io.mien.contracts");
  }
}
