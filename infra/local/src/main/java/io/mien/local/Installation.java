package io.mien.local;

import io.mien.contracts.failure.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Mien itself lies.
 *
 * @param root the checkout; {@code infra/bin/mien} names it in the system property {@code
 *     mien.root}
 */
public record Installation(Path root) {

  static final String ROOT_PROPERTY = "mien.root";

  /** The installation that this process was started from. */
  public static Installation current() {
    return new Installation(
        Path.of(System.getProperty(ROOT_PROPERTY, ".")).toAbsolutePath().normalize());
  }

  /**
   * The runnable jar of an application.
   *
   * @throws InvalidInput {@code not-built}
   */
  public Path jar(String application) {
    Path jar = root.resolve(application).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new InvalidInput(
          "not-built",
          "Start "
              + application
              + " from "
              + jar
              + ": it is not built. Run ./mvnw -DskipTests package in "
              + root);
    }
    return jar;
  }
}
