package io.mien.ingest.source.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.Sources;
import io.mien.ingest.source.archive.Packed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetSourcesIT {

  @TempDir Path root;
  @TempDir Path work;

  @Test
  void aFolderAndItsArchivesAreTheSameFiles(@TempDir Path archives) throws IOException {
    Files.createDirectories(root.resolve("笑顔"));
    Files.writeString(root.resolve("笑顔/a b.png"), "a");
    Files.writeString(root.resolve("legend.csv"), "image,emotion\n");
    SourceFiles folder = Sources.LOCAL.open(root.toUri(), work);

    for (String name : new String[] {"f.zip", "f.tar", "f.tar.gz", "f.tgz"}) {
      Path archive = Packed.folder(root, archives.resolve(name));
      SourceFiles packed = Sources.LOCAL.open(archive.toUri(), work.resolve(name));

      assertThat(packed.list()).isEqualTo(folder.list());
      assertThat(packed.read("笑顔/a b.png")).asString().isEqualTo("a");
      assertThat(packed.local("legend.csv")).hasContent("image,emotion\n");
    }
  }

  @Test
  void whatIsNoSourceIsTold() {
    assertThat(refusal(root.resolve("nowhere").toUri())).isEqualTo("dataset-missing");
    assertThat(refusal(URI.create("ftp://host/faces"))).isEqualTo("dataset-source-unsupported");
    assertThat(refusal(URI.create("faces.zip"))).isEqualTo("dataset-source-unsupported");
  }

  private String refusal(URI source) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> Sources.LOCAL.open(source, work));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }
}
