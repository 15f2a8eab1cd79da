package io.mien.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryIT {

  @TempDir Path parent;

  @Test
  void newDirectoryAndItsSecretsBelongToUsAlone() throws Exception {
    Path path = parent.resolve("data");
    try (DataDirectory data = DataDirectory.open(path)) {
      assertThat(permissions(path)).isEqualTo("rwx------");
      assertThat(permissions(path.resolve("credentials.properties"))).isEqualTo("rw-------");
      assertThat(data.credentials().toString())
          .doesNotContain(data.credentials().database().secret());
    }
  }

  @Test
  void closedDirectoryCanBeOpenedAgainWithTheSameCredentials() {
    ServerCredentials first;
    try (DataDirectory data = DataDirectory.open(parent)) {
      first = data.credentials();
    }
    try (DataDirectory data = DataDirectory.open(parent)) {
      assertThat(data.credentials()).isEqualTo(first);
    }
  }

  @Test
  void layoutOfANewerVersionIsRefusedAndTheLockIsReleased() throws Exception {
    Files.writeString(parent.resolve("layout.version"), "2\n");
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> DataDirectory.open(parent))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("newer version of Mien wrote it (layout 2");
    }
  }

  @Test
  void databaseWithoutItsPasswordsIsRefused() throws Exception {
    Files.createDirectories(parent.resolve("postgresql"));
    assertThatThrownBy(() -> DataDirectory.open(parent))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("credentials.properties")
        .hasMessageContaining("Restore the file");
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
