package io.mien.networks;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void networksObeyTheRules() {
    ArchitectureRules.check("io.mien.networks");
  }
}
