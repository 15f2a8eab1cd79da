package io.mien.networks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void networksObeyTheRules() {
    ArchitectureRules.check("io.mien.networks");
  }

  /** On CUDA it leaves copies behind; there is no CUDA where this runs. */
  @Test
  void noArrayIsCopiedThroughTheProcessorsMemory() {
    noClasses()
        .should()
        .callMethod(NDArray.class, "copyTo", NDArray.class)
        .orShould()
        .callMethod(NDArray.class, "duplicate")
        .because("io.mien.networks.layer.Overwrite does it on the device")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.mien.networks"));
  }
}
