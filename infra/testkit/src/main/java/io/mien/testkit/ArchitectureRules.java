package io.mien.testkit;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.mien.testkit.architecture.HouseStyle;
import io.mien.testkit.architecture.Module;
import io.mien.testkit.architecture.Technology;
import io.mien.testkit.architecture.TestStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The dependency law and the house style as one call from each module's {@code ArchitectureTest}:
 *
 * <pre>
 * ArchitectureRules.check("io.mien.ingest");
 * </pre>
 */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /**
   * Fails with every violation found in the module's production and test classes.
   *
   * @param rootPackage of the module, for example {@code io.mien.ingest}
   * @param own rules of this module alone, checked on its production classes
   */
  public static void check(String rootPackage, ArchRule... own) {
    Module module = Module.ofPackage(rootPackage);
    JavaClasses production = classes(rootPackage, new ImportOption.DoNotIncludeTests());
    if (production.isEmpty()) {
      throw new AssertionError(
          "No production classes of " + rootPackage + " on the class path: nothing was checked.");
    }
    List<ArchRule> rules = new ArrayList<>(List.of(own));
    rules.add(module.dependencyLaw());
    rules.addAll(Technology.laws(module));
    rules.addAll(HouseStyle.rules(module));
    List<String> violations = violations(rules, production);
    violations.addAll(
        violations(TestStyle.rules(), classes(rootPackage, new ImportOption.OnlyIncludeTests())));
    if (!violations.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), violations));
    }
  }

  /** Reads our classes only, not those of every library they mention: the rules go by names. */
  private static JavaClasses classes(String rootPackage, ImportOption option) {
    List<URL> places = places(rootPackage);
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ClassFileImporter().withImportOption(option).importUrls(places);
        });
  }

  private static List<URL> places(String rootPackage) {
    try {
      return Collections.list(
          ArchitectureRules.class.getClassLoader().getResources(rootPackage.replace('.', '/')));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for the classes of " + rootPackage, e);
    }
  }

  private static List<String> violations(List<ArchRule> rules, JavaClasses classes) {
    List<String> violations = new ArrayList<>();
    for (ArchRule rule : rules) {
      EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
      if (result.hasViolation()) {
        violations.add(result.getFailureReport().toString());
      }
    }
    return violations;
  }
}
