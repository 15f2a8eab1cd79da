package io.mien.ingest.source.archive;

import static io.mien.ingest.source.archive.Packed.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an archive has suffered, it is refused or read, as a whole or file by file. */
class DamagedArchiveIT {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"faces.zip", "faces.tar", "faces.tar.gz"})
  void noDamageTakesTheReaderDown(String name) throws IOException {
    long seed = 20261126;
    Random random = new Random(seed);
    byte[] whole = archive(name);
    int opened = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 3; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      opened += readOrRefuse(name, damaged, "seed %d, %s number %d".formatted(seed, name, i));
    }
    assertThat(opened).isLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"faces.zip", "faces.tar.gz"})
  void everyCutIsRefused(String name) throws IOException {
    byte[] whole = archive(name);
    for (int length = 0; length < whole.length - 1; length += 13) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(readOrRefuse(name, cut, name + " cut to " + length)).isZero();
    }
  }

  @Test
  void whatIsNoArchiveIsToldFromADamagedOne() {
    byte[] text = "image,emotion\na.png,happy\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Opened.refusal(directory, "faces.rar", text, Sources.LIMITS))
        .isEqualTo("dataset-source-unsupported");
    assertThat(Opened.refusal(directory, "legend.csv", text, Sources.LIMITS))
        .isEqualTo("dataset-source-unsupported");
    assertThat(Opened.refusal(directory, "empty.tar", new byte[0], Sources.LIMITS))
        .isEqualTo("dataset-source-unsupported");
    assertThat(Opened.refusal(directory, "faces.zip", text, Sources.LIMITS))
        .isEqualTo("archive-unreadable");
  }

  /** 1 when the archive was read, whatever became of its files, and 0 when it was refused. */
  private int readOrRefuse(String name, byte[] archive, String as) throws IOException {
    SourceFiles files;
    try {
      files = Opened.open(directory, name, archive, Sources.LIMITS);
    } catch (InvalidInput e) {
      assertThat(e.code())
          .as(as)
          .isIn("archive-unreadable", "archive-too-large", "dataset-source-unsupported");
      return 0;
    }
    for (String file : files.list().files()) {
      try {
        assertThat(files.read(file)).as(as).hasSize((int) files.size(file));
      } catch (IOException e) {
        assertThat(e.getMessage()).as(as).isNotBlank();
      }
    }
    return 1;
  }

  private static byte[] archive(String name) throws IOException {
    if (name.endsWith(".zip")) {
      return Packed.zip(
          zip -> {
            for (int i = 0; i < 6; i++) {
              add(zip, "happy/" + i + "é.png", "picture ".repeat(i * 9));
            }
          });
    }
    byte[] tar =
        Packed.tar(
            out -> {
              for (int i = 0; i < 6; i++) {
                add(out, "happy/" + i + "é.png", "picture ".repeat(i * 9));
              }
            });
    return name.endsWith(".gz") ? Packed.gzip(tar) : tar;
  }
}
