package io.mien.ingest.source.archive;

import static io.mien.ingest.source.archive.Packed.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarIT {

  private static final String LONG = "名".repeat(90) + "/" + "a".repeat(200) + ".png";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU})
  void filesOfAnyNameAreReadWhereTheyLie(int longNames) throws IOException {
    byte[] noise = new byte[100_001];
    new Random(1).nextBytes(noise);
    byte[] tar =
        Packed.tar(
            out -> {
              out.setLongFileMode(longNames);
              out.setAddPaxHeadersForNonAsciiNames(
                  longNames == TarArchiveOutputStream.LONGFILE_POSIX);
              add(out, "sad/b.png", noise);
              add(out, LONG, "long");
              add(out, "./legend.csv", "image,emotion\n");
              add(out, "empty/", "");
              add(out, "empty/nothing.png", "");
              add(out, "счастье/Zoe\u0308.png", "apart");
            });

    for (String name : new String[] {"faces.tar", "faces.tar.gz"}) {
      byte[] packed = name.endsWith("gz") ? Packed.gzip(tar) : tar;
      SourceFiles files = Opened.open(directory, name, packed, Sources.LIMITS);

      assertThat(files.list().files())
          .containsExactlyInAnyOrder(
              "sad/b.png", LONG, "legend.csv", "empty/nothing.png", "счастье/Zo\u00EB.png");
      assertThat(files.list().refused()).isEmpty();
      assertThat(files.size("sad/b.png")).isEqualTo(noise.length);
      assertThat(files.read("sad/b.png")).isEqualTo(noise);
      assertThat(files.read("empty/nothing.png")).isEmpty();
      assertThat(Opened.text(files, LONG)).isEqualTo("long");
      assertThat(Opened.text(files, "счастье/Zo\u00EB.png")).isEqualTo("apart");
      assertThat(Files.readString(files.local("legend.csv"))).isEqualTo("image,emotion\n");
    }
  }

  @Test
  void nothingLeavesTheDatasetAndLinksAreNotFollowed() throws IOException {
    SourceFiles files =
        open(
            Packed.tar(
                tar -> {
                  add(tar, "happy/a.png", "a");
                  add(tar, "../../evil.sh", "a");
                  add(tar, "/etc/passwd", "a");
                  add(tar, "happy/a.png", "second");
                  Packed.link(tar, "happy/b.png", TarConstants.LF_SYMLINK, "/etc/passwd");
                  Packed.link(tar, "happy/c.png", TarConstants.LF_LINK, "happy/a.png");
                  Packed.link(tar, "happy/d.png", TarConstants.LF_FIFO, "");
                  Packed.link(tar, "happy/e.png", TarConstants.LF_CHR, "");
                }));

    assertThat(files.list().files()).containsExactly("happy/a.png");
    assertThat(Opened.text(files, "happy/a.png")).isEqualTo("a");
    assertThat(Opened.refused(files))
        .containsOnly(
            entry("../../evil.sh", Rejection.Code.UNSAFE_NAME),
            entry("/etc/passwd", Rejection.Code.UNSAFE_NAME),
            entry("happy/a.png", Rejection.Code.DUPLICATE_NAME),
            entry("happy/b.png", Rejection.Code.LINK),
            entry("happy/c.png", Rejection.Code.LINK),
            entry("happy/d.png", Rejection.Code.LINK),
            entry("happy/e.png", Rejection.Code.LINK));
  }

  @Test
  void aBombInGzipIsStoppedWhileItUnpacks() throws IOException {
    byte[] bomb = Packed.gzip(Packed.tar(tar -> add(tar, "a.csv", new byte[64 << 20])));

    assertThat(Opened.refusal(directory, "bomb.tgz", bomb, new ArchiveLimits(10, 1L << 40, 200)))
        .isEqualTo("archive-too-large");
    assertThat(directory.resolve("work/archive.tar").toFile().length()).isLessThan(8 << 20);
    assertThat(Opened.refusal(directory, "b.tgz", bomb, new ArchiveLimits(10, 1 << 20, 1 << 20)))
        .isEqualTo("archive-too-large");
  }

  @Test
  void anEndlessNameIsRefusedBeforeItIsRead() throws IOException {
    byte[] tar =
        Packed.tar(
            out -> {
              TarArchiveEntry name =
                  new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, true);
              name.setSize(2 << 20);
              out.putArchiveEntry(name);
              out.write("a".repeat(2 << 20).getBytes(StandardCharsets.US_ASCII));
              out.closeArchiveEntry();
              add(out, "a.png", "a");
            });

    assertThat(Opened.refusal(directory, "faces.tar", tar, Sources.LIMITS))
        .isEqualTo("archive-unreadable");
  }

  @Test
  void aTarThatWasCutOffIsRefused() throws IOException {
    byte[] tar =
        Packed.tar(
            out -> {
              add(out, "a.png", new byte[1000]);
              add(out, "b.png", new byte[1000]);
            });

    for (int length : new int[] {700, 1000, 1600, 2100, 2900}) {
      byte[] cut = Arrays.copyOf(tar, length);
      assertThat(Opened.refusal(directory, "cut.tar", cut, Sources.LIMITS))
          .as("cut to %d", length)
          .isEqualTo("archive-unreadable");
    }
    byte[] packed = Packed.gzip(tar);
    assertThat(
            Opened.refusal(
                directory, "cut.tgz", Arrays.copyOf(packed, packed.length - 9), Sources.LIMITS))
        .isEqualTo("archive-unreadable");
  }

  private SourceFiles open(byte[] tar) throws IOException {
    return Opened.open(directory, "faces.tar", tar, Sources.LIMITS);
  }
}
