package io.mien.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What production classes look like. */
public final class HouseStyle {

  private static final String VAGUE_NAME =
      ".*(Utils?|Helper|Manager|Impl|Common|Constants)|Abstract.*";

  private static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .should(
              condition(
                  "have a name that says what they do",
                  type -> !type.getSimpleName().matches(VAGUE_NAME)))
          .because("nothing is called Util, Helper, Manager, Impl, Common, Constants or Abstract*");

  private static final ArchRule INJECTION_IS_BY_CONSTRUCTOR =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
          .because("injection is by constructor only");

  private static final ArchRule FIELDS_ARE_NOT_PUBLIC =
      fields()
          .that()
          .areNotFinal()
          .and(DescribedPredicate.<JavaField>describe("are no switch map", HouseStyle::isOurs))
          .should()
          .notBePublic()
          .because("state has an owner");

  private static final ArchRule LOGGING_IS_SLF4J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
          .because("logging goes through SLF4J");

  private static final ArchRule STANDARD_OUTPUT_IS_FOR_PROGRAMS =
      noClasses()
          .that(DescribedPredicate.describe("are no program", type -> !isProgram(type)))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because("only the command lines print; everything else logs");

  private static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .should(
              condition(
                  "be in a package with @NullMarked",
                  type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")))
          .because("every package has a package-info.java with @NullMarked");

  private HouseStyle() {}

  /** The rules that apply to one module. */
  public static List<ArchRule> rules(Module module) {
    List<ArchRule> rules =
        new ArrayList<>(
            List.of(
                NAMES_SAY_SOMETHING,
                INJECTION_IS_BY_CONSTRUCTOR,
                FIELDS_ARE_NOT_PUBLIC,
                LOGGING_IS_SLF4J,
                PACKAGES_ARE_NULL_MARKED));
    if (module != Module.CLI && module != Module.LOCAL) {
      rules.add(STANDARD_OUTPUT_IS_FOR_PROGRAMS);
    }
    return rules;
  }

  private static boolean isProgram(JavaClass type) {
    return type.tryGetMethod("main", String[].class)
        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
        .isPresent();
  }

  private static boolean isOurs(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static ArchCondition<JavaClass> condition(
      String description, Predicate<JavaClass> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!holds.test(type)) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " does not " + description));
        }
      }
    };
  }
}
