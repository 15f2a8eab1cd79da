package io.mien.drawn;

import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void drawnFacesObeyTheRules() {
    ArchitectureRules.check("io.mien.drawn");
  }
}
