package io.mien.cli.command;

import io.mien.cli.synthesis.SafeName;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which folder the results of a synthesis are saved in. */
final class ResultPlace {

  private ResultPlace() {}

  /**
   * @param out as somebody named it; null for {@code <name>-synthesis} in the working directory,
   *     which never is the folder of the photos itself
   */
  static Path of(@Nullable Path out, String name) {
    Path place = out != null ? out : Path.of(SafeName.of(name + "-synthesis"));
    return place.toAbsolutePath().normalize();
  }
}
