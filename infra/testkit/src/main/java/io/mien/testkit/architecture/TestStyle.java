package io.mien.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What test classes look like. */
public final class TestStyle {

  private static final ArchRule TESTS_DO_NOT_SLEEP =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class)
          .because("tests step loops and inject clocks; an IT waits with Awaitility");

  private static final ArchRule TESTS_DO_NOT_MOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mockito..", "org.easymock..")
          .because("fakes that pass the contract test of the real adapter can be believed");

  private TestStyle() {}

  public static List<ArchRule> rules() {
    return List.of(TESTS_DO_NOT_SLEEP, TESTS_DO_NOT_MOCK);
  }
}
