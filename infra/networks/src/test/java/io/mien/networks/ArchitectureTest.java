package io.mien.networks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mien.networks.device.HostCopy;
import io.mien.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void networksObeyTheRules() {
    ArchitectureRules.check("io.mien.networks");
  }

  /** On CUDA DJL's own ways leave copies behind; there is no CUDA where this runs. */
  @Test
  void valuesComeToTheProcessorsMemoryInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(HostCopy.class.getName())
        .should()
        .callMethod(NDArray.class, "copyTo", NDArray.class)
        .orShould()
        .callMethod(NDArray.class, "toByteBuffer")
        .orShould()
        .callMethod(NDArray.class, "toByteBuffer", boolean.class)
        .orShould()
        .callMethod(NDArray.class, "toFloatArray")
        .because("HostCopy leaves nothing behind, and Overwrite stays on the device")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.mien.networks"));
  }
}
