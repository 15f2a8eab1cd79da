package io.mien.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The modules and what each may see of the others: the dependency law of the architecture, as a
 * table. No worker sees a worker, production code never sees the testkit.
 */
public enum Module {
  CONTRACTS("io.mien.contracts"),
  NETWORKS("io.mien.networks"),
  DRAWN("io.mien.drawn"),
  EMBEDDED("io.mien.embedded"),
  STORE("io.mien.store", CONTRACTS),
  WORKER("io.mien.worker", CONTRACTS, STORE),
  TESTKIT("io.mien.testkit", EMBEDDED),
  CLI("io.mien.cli", CONTRACTS),
  LOCAL("io.mien.local", CONTRACTS, CLI, EMBEDDED, DRAWN),
  ORCHESTRATOR("io.mien.orchestrator", CONTRACTS, STORE),
  INGEST("io.mien.ingest", CONTRACTS, STORE, WORKER),
  TRAIN("io.mien.train", CONTRACTS, STORE, WORKER, NETWORKS),
  SYNTH("io.mien.synth", CONTRACTS, STORE, WORKER, NETWORKS),
  EVAL("io.mien.eval", CONTRACTS, STORE, WORKER, NETWORKS);

  private final String rootPackage;
  private final Module[] sees;

  Module(String rootPackage, Module... sees) {
    this.rootPackage = rootPackage;
    this.sees = sees;
  }

  /**
   * @throws IllegalArgumentException for a package that is no module's root
   */
  public static Module ofPackage(String rootPackage) {
    return Arrays.stream(values())
        .filter(module -> module.rootPackage.equals(rootPackage))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + rootPackage
                        + "' is the root of no module; known: "
                        + Arrays.stream(values()).map(module -> module.rootPackage).toList()));
  }

  /**
   * Among our own packages, only those in the table; for contracts nothing but Jackson's
   * annotations besides.
   */
  public ArchRule dependencyLaw() {
    if (this == CONTRACTS) {
      return classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..", packages()))
          .because("contracts depend on nothing but Jackson's annotations");
    }
    String[] allowed =
        Stream.concat(Stream.of(packages()), Arrays.stream(sees).map(Module::packages))
            .toArray(String[]::new);
    return noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("io.mien..").and(not(resideInAnyPackage(allowed))))
        .because("of our modules, " + rootPackage + " may see only " + Arrays.toString(sees));
  }

  private String packages() {
    return rootPackage + "..";
  }
}
