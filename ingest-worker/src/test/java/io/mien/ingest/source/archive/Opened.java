package io.mien.ingest.source.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Archives as the readers under test see them. */
final class Opened {

  private Opened() {}

  /**
   * @param directory for the archive and what is brought from it
   */
  static SourceFiles open(Path directory, String name, byte[] archive, ArchiveLimits limits)
      throws IOException {
    Path file = Files.write(directory.resolve(name), archive);
    return new Archives(limits)
        .open(file.toString(), new FileBytes(file), directory.resolve("work"));
  }

  static String refusal(Path directory, String name, byte[] archive, ArchiveLimits limits) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> open(directory, name, archive, limits));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }

  static Map<String, Rejection.Code> refused(SourceFiles files) {
    Map<String, Rejection.Code> codes = new HashMap<>();
    files.list().refused().forEach(each -> codes.put(each.source(), each.code()));
    return codes;
  }

  static String text(SourceFiles files, String name) throws IOException {
    return new String(files.read(name), StandardCharsets.UTF_8);
  }
}
