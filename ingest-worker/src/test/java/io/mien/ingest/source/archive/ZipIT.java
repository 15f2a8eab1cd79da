package io.mien.ingest.source.archive;

import static io.mien.ingest.source.archive.Packed.add;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZipIT {

  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int FLAGS = 8;
  private static final int SIZE = 24;
  private static final int OFFSET = 42;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Zip64Mode.class)
  void filesAreReadWhereTheyLie(Zip64Mode mode) throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    SourceFiles files =
        open(
            Packed.zip(
                zip -> {
                  zip.setUseZip64(mode);
                  add(zip, "sad/b.png", noise);
                  zip.setMethod(ZipArchiveOutputStream.DEFLATED);
                  add(zip, "legend.csv", "image,emotion\n".repeat(1000));
                  zip.putArchiveEntry(new ZipArchiveEntry("empty/"));
                  zip.closeArchiveEntry();
                  add(zip, "empty/nothing.png", "");
                }));

    assertThat(files.list().files())
        .containsExactly("empty/nothing.png", "legend.csv", "sad/b.png");
    assertThat(files.list().refused()).isEmpty();
    assertThat(files.size("sad/b.png")).isEqualTo(100_000);
    assertThat(files.read("sad/b.png")).isEqualTo(noise);
    assertThat(files.read("empty/nothing.png")).isEmpty();
    assertThat(Files.readString(files.local("legend.csv")))
        .isEqualTo("image,emotion\n".repeat(1000));
    assertThat(files.local("legend.csv")).hasFileName("legend.csv");
  }

  @Test
  void whatIsInFrontOfAZipOrBehindItDoesNotMatter() throws IOException {
    byte[] zip = Packed.zip(out -> add(out, "a.txt", "text"));
    byte[] program = ByteBuffer.allocate(zip.length + 5000).put(4000, zip).array();

    assertThat(Opened.text(open(program), "a.txt")).isEqualTo("text");
  }

  @Test
  void namesOfAnyScriptSurviveHoweverTheyWereWritten() throws IOException {
    assertThat(names("UTF8", true, UnicodeExtraFieldPolicy.NEVER, "笑顔/Zoë 😀.png"))
        .isEqualTo("笑顔/Zoë 😀.png");
    assertThat(names("UTF8", false, UnicodeExtraFieldPolicy.NEVER, "счастье/a.png"))
        .isEqualTo("счастье/a.png");
    assertThat(names("Cp437", false, UnicodeExtraFieldPolicy.NEVER, "Zoë.png"))
        .isEqualTo("Zoë.png");
    assertThat(names("Cp437", false, UnicodeExtraFieldPolicy.ALWAYS, "فرح/顔.png"))
        .isEqualTo("فرح/顔.png");
  }

  @Test
  void macOsTakesLettersApartAndAddsFilesOfItsOwn() throws IOException {
    SourceFiles files =
        open(
            Packed.zip(
                zip -> {
                  add(zip, "faces/Zoe\u0308.png", "a");
                  add(zip, "faces/.DS_Store", "a");
                  add(zip, "__MACOSX/faces/._Zoe\u0308.png", "a");
                }));

    assertThat(files.list().files()).containsExactly("faces/Zo\u00EB.png");
    assertThat(files.list().refused()).isEmpty();
    assertThat(Opened.text(files, "faces/Zo\u00EB.png")).isEqualTo("a");
  }

  @Test
  void nothingLeavesTheDatasetAndLinksAreNotFollowed() throws IOException {
    SourceFiles files =
        open(
            Packed.zip(
                zip -> {
                  add(zip, "happy/a.png", "a");
                  add(zip, "../../evil.sh", "a");
                  add(zip, "..\\evil.bat", "a");
                  add(zip, "/etc/passwd", "a");
                  add(zip, "C:\\evil.bat", "a");
                  add(zip, "bell\u0007.png", "a");
                  ZipArchiveEntry link = new ZipArchiveEntry("happy/link.png");
                  link.setUnixMode(0120777);
                  Packed.put(zip, link, "/etc/passwd".getBytes(UTF_8));
                  ZipArchiveEntry device = new ZipArchiveEntry("happy/device");
                  device.setUnixMode(0020666);
                  Packed.put(zip, device, new byte[0]);
                }));

    assertThat(files.list().files()).containsExactly("happy/a.png");
    assertThat(Opened.refused(files))
        .containsOnly(
            entry("../../evil.sh", Rejection.Code.UNSAFE_NAME),
            entry("../evil.bat", Rejection.Code.UNSAFE_NAME),
            entry("/etc/passwd", Rejection.Code.UNSAFE_NAME),
            entry("C:/evil.bat", Rejection.Code.UNSAFE_NAME),
            entry("bell\uFFFD.png", Rejection.Code.UNSAFE_NAME),
            entry("happy/link.png", Rejection.Code.LINK),
            entry("happy/device", Rejection.Code.LINK));
    assertThatThrownBy(() -> files.read("../../evil.sh")).isInstanceOf(IOException.class);
  }

  @Test
  void theFirstOfTwoFilesOfOneNameCounts() throws IOException {
    SourceFiles files =
        open(
            Packed.zip(
                zip -> {
                  add(zip, "happy/a.png", "first");
                  add(zip, "happy//./a.png", "second");
                }));

    assertThat(Opened.text(files, "happy/a.png")).isEqualTo("first");
    assertThat(Opened.refused(files))
        .containsOnly(entry("happy/a.png", Rejection.Code.DUPLICATE_NAME));
  }

  @Test
  void encryptedFilesAreRefusedOneByOne() throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              add(out, "a.png", "a");
              add(out, "b.png", "b");
            });
    ByteBuffer second = directoryEntry(zip, 1);
    second.putShort(FLAGS, (short) (second.getShort(FLAGS) | 1));

    SourceFiles files = open(zip);

    assertThat(files.list().files()).containsExactly("a.png");
    assertThat(Opened.refused(files)).containsOnly(entry("b.png", Rejection.Code.ENCRYPTED));
  }

  @Test
  void bombsAreRefusedBeforeTheyUnpack() throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              add(out, "bomb.csv", new byte[8 << 20]);
              add(out, "a.png", "a");
            });

    SourceFiles files = open(zip);

    assertThat(files.list().files()).containsExactly("a.png");
    assertThat(Opened.refused(files)).containsOnly(entry("bomb.csv", Rejection.Code.TOO_LARGE));
  }

  @Test
  void aFileThatUnpacksToMoreThanItSaysIsDamaged() throws IOException {
    byte[] zip = Packed.zip(out -> add(out, "bomb.png", new byte[8 << 20]));
    directoryEntry(zip, 0).putInt(SIZE, 1000);

    SourceFiles files = open(zip);

    assertThat(files.size("bomb.png")).isEqualTo(1000);
    assertThatThrownBy(() -> files.read("bomb.png"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more of it than the 1,000 bytes it says");
    assertThatThrownBy(() -> files.local("bomb.png")).isInstanceOf(IOException.class);
  }

  @Test
  void filesThatShareTheirBytesAreRefused() throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              add(out, "a.png", "a");
              add(out, "b.png", "b");
              add(out, "c.png", "c");
            });
    directoryEntry(zip, 1).putInt(OFFSET, directoryEntry(zip, 0).getInt(OFFSET));

    SourceFiles files = open(zip);

    assertThat(files.list().files()).containsExactly("c.png");
    assertThat(Opened.refused(files))
        .containsOnly(
            entry("a.png", Rejection.Code.UNREADABLE), entry("b.png", Rejection.Code.UNREADABLE));
  }

  @Test
  void aZipInAZipIsAFileLikeAnyOther() throws IOException {
    byte[] inner = Packed.zip(out -> add(out, "../evil.png", "a"));

    SourceFiles files = open(Packed.zip(out -> add(out, "inner.zip", inner)));

    assertThat(files.list().files()).containsExactly("inner.zip");
    assertThat(files.read("inner.zip")).isEqualTo(inner);
  }

  @Test
  void archivesBeyondTheLimitsAreRefusedAsAWhole() throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              add(out, "a.png", "aaaa");
              add(out, "b.png", "bbbb");
            });

    assertThat(Opened.refusal(directory, "a.zip", zip, new ArchiveLimits(1, 100, 200)))
        .isEqualTo("archive-too-large");
    assertThat(Opened.refusal(directory, "a.zip", zip, new ArchiveLimits(2, 7, 200)))
        .isEqualTo("archive-too-large");
    assertThat(Opened.open(directory, "a.zip", zip, new ArchiveLimits(2, 8, 200)).list().files())
        .hasSize(2);
  }

  private SourceFiles open(byte[] zip) throws IOException {
    return Opened.open(directory, "faces.zip", zip, Sources.LIMITS);
  }

  /** The name that is read of a file that was written so. */
  private String names(String charset, boolean marked, UnicodeExtraFieldPolicy policy, String name)
      throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              out.setEncoding(charset);
              out.setUseLanguageEncodingFlag(marked);
              out.setCreateUnicodeExtraFields(policy);
              add(out, name, "text");
            });
    SourceFiles files = open(zip);
    String read = files.list().files().get(0);
    assertThat(Opened.text(files, read)).isEqualTo("text");
    return read;
  }

  /** The entry of the directory, to be falsified. */
  private static ByteBuffer directoryEntry(byte[] zip, int number) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int found = 0;
    for (int at = 0; at < zip.length - 4; at++) {
      if (bytes.getInt(at) == DIRECTORY_ENTRY && found++ == number) {
        return bytes.slice(at, zip.length - at).order(ByteOrder.LITTLE_ENDIAN);
      }
    }
    throw new AssertionError("no entry " + number);
  }
}
