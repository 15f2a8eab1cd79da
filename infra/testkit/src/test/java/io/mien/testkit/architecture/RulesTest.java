package io.mien.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.mien.offender.LeaseHelper;
import io.mien.offender.Sleeper;
import io.mien.offender.kafka.KafkaIds;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {

  private final JavaClasses offender = imported(LeaseHelper.class);
  private final JavaClasses citizen = imported(KafkaIds.class);

  @Test
  void contractsMayNotUseKafka() {
    assertThat(report(List.of(Module.CONTRACTS.dependencyLaw()), offender))
        .contains("LeaseHelper", "org.apache.kafka.common.Uuid");
  }

  @Test
  void moduleMaySeeOnlyTheModulesInItsTable() {
    JavaClasses rules = imported(Module.class);
    assertThat(report(List.of(Module.TESTKIT.dependencyLaw()), rules)).isEmpty();
    assertThat(report(List.of(Module.TRAIN.dependencyLaw()), rules))
        .contains("io.mien.train may see only");
  }

  @Test
  void technologyIsForbiddenWhereItDoesNotBelong() {
    assertThat(report(Technology.laws(Module.CLI), citizen)).contains("org.apache.kafka");
  }

  @Test
  void allowedTechnologyStaysInItsLeafPackage() {
    assertThat(report(Technology.laws(Module.WORKER), citizen)).isEmpty();
    assertThat(report(Technology.laws(Module.WORKER), offender))
        .contains("outside the packages called 'kafka'", "LeaseHelper");
  }

  @Test
  void everyBreachOfStyleIsReported() {
    assertThat(report(HouseStyle.rules(Module.INGEST), offender))
        .contains("a name that says what they do")
        .contains("logging goes through SLF4J")
        .contains("only the command lines print")
        .contains("@NullMarked");
    assertThat(report(HouseStyle.rules(Module.INGEST), citizen)).isEmpty();
  }

  @Test
  void commandLinesMayPrint() {
    assertThat(report(HouseStyle.rules(Module.CLI), offender))
        .doesNotContain("only the command lines print");
  }

  @Test
  void sleepingTestIsReported() {
    JavaClasses sleeper = imported(Sleeper.class);
    assertThat(report(TestStyle.rules(), sleeper)).contains("Sleeper.waitABit");
  }

  @Test
  void unknownRootPackageIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Module.ofPackage("io.mien.common"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("io.mien.common")
        .hasMessageContaining("io.mien.ingest");
  }

  /** The class with its package, without the classes that it mentions. */
  private static JavaClasses imported(Class<?> type) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          ClassFileImporter importer = new ClassFileImporter();
          return importer.importUrls(
              List.of(
                  type.getResource(type.getSimpleName() + ".class"),
                  type.getResource("package-info.class")));
        });
  }

  private static String report(List<ArchRule> rules, JavaClasses classes) {
    return rules.stream()
        .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
        .filter(result -> result.hasViolation())
        .map(result -> result.getFailureReport().toString())
        .collect(Collectors.joining("\n"));
  }
}
