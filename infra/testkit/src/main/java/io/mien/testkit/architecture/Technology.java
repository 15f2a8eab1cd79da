package io.mien.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.mien.testkit.architecture.Module.EMBEDDED;
import static io.mien.testkit.architecture.Module.EVAL;
import static io.mien.testkit.architecture.Module.INGEST;
import static io.mien.testkit.architecture.Module.NETWORKS;
import static io.mien.testkit.architecture.Module.ORCHESTRATOR;
import static io.mien.testkit.architecture.Module.STORE;
import static io.mien.testkit.architecture.Module.SYNTH;
import static io.mien.testkit.architecture.Module.TESTKIT;
import static io.mien.testkit.architecture.Module.TRAIN;
import static io.mien.testkit.architecture.Module.WORKER;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may touch a technology, and in which leaf package: everything else sees it through a port.
 */
public enum Technology {
  OPENCV("opencv", EnumSet.of(INGEST), "org.bytedeco.."),
  MINIO("minio", EnumSet.of(STORE), "io.minio..", "okhttp3.."),
  KAFKA("kafka", EnumSet.of(WORKER, ORCHESTRATOR, EMBEDDED, TESTKIT), "org.apache.kafka.."),
  /** A class of SQL sits beside the port it serves, with a prefix instead of a package. */
  DATABASE("", EnumSet.of(ORCHESTRATOR, EMBEDDED, TESTKIT), "java.sql..", "org.postgresql.."),
  /** Networks are made of it; a leaf package would be the whole module. */
  TORCH("", EnumSet.of(NETWORKS, TRAIN, SYNTH, EVAL), "ai.djl..");

  /** Modules that are about the servers themselves. */
  private static final Set<Module> NO_LEAVES = EnumSet.of(EMBEDDED, TESTKIT);

  private final String leaf;
  private final Set<Module> allowed;
  private final String[] packages;

  Technology(String leaf, Set<Module> allowed, String... packages) {
    this.leaf = leaf;
    this.allowed = allowed;
    this.packages = packages;
  }

  /** The laws that apply to one module. */
  public static List<ArchRule> laws(Module module) {
    List<ArchRule> laws = new ArrayList<>();
    for (Technology technology : values()) {
      if (!technology.allowed.contains(module)) {
        laws.add(technology.forbidden());
      } else if (!technology.leaf.isEmpty() && !NO_LEAVES.contains(module)) {
        laws.add(technology.onlyInItsLeaf());
      }
    }
    return laws;
  }

  private ArchRule forbidden() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("only " + allowed + " may use " + Arrays.toString(packages));
  }

  private ArchRule onlyInItsLeaf() {
    return noClasses()
        .that(
            resideInAPackage(".." + leaf + "..")
                .or(simpleNameEndingWith("Beans"))
                .negate()
                .as("are outside the packages called '%s' and are no wiring", leaf))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("the rest of the module sees " + this + " through ports");
  }
}
