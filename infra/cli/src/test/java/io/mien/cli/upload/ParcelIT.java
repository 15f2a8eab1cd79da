package io.mien.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelIT {

  @TempDir Path folder;

  @BeforeEach
  void writePictures() throws IOException {
    Files.createDirectories(folder.resolve("笑顔"));
    Files.write(folder.resolve("笑顔/a b.png"), new byte[200_000]);
    Files.writeString(folder.resolve("legend.csv"), "image,emotion\n");
    Files.writeString(folder.resolve(".DS_Store"), "a tool's");
  }

  @Test
  void aFolderIsAZipOfItsFilesThatIsTheSameEveryTime() throws IOException {
    Parcel parcel = Parcel.of(folder);
    byte[] zip = bytes(parcel);

    assertThat(parcel.name()).isEqualTo(folder.getFileName() + ".zip");
    assertThat(bytes(Parcel.of(folder))).isEqualTo(zip);
    assertThat(parcel.bytes()).isGreaterThanOrEqualTo(zip.length).isLessThan(zip.length + 1000);
    Map<String, Integer> read = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        read.put(entry.getName(), in.readAllBytes().length);
      }
    }
    assertThat(read).isEqualTo(Map.of("legend.csv", 14, "笑顔/a b.png", 200_000));
  }

  @Test
  void anArchiveIsSentAsItIs() throws IOException {
    Path archive = Files.writeString(folder.resolve("faces.tar.gz"), "bytes");

    Parcel parcel = Parcel.of(archive);

    assertThat(parcel.name()).isEqualTo("faces.tar.gz");
    assertThat(parcel.bytes()).isEqualTo(5);
    assertThat(bytes(parcel)).asString().isEqualTo("bytes");
  }

  @Test
  void ofNamedFilesThoseGoThatAreThereAndInTheFolder() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Files.writeString(photos.resolve("a.jpg"), "a photo");
    Files.writeString(photos.resolve("b.jpg"), "a photo that nobody names");

    Parcel parcel =
        Parcel.of(photos, Set.of("a.jpg", "./a.jpg", "gone.jpg", "../legend.csv", "a\0"));

    assertThat(parcel.name()).isEqualTo("photos.zip");
    assertThat(parcel.files()).extracting(SourceFileList.Entry::name).containsExactly("a.jpg");
  }

  @Test
  void theFingerprintChangesWithAnyFile() throws IOException {
    String before = Parcel.of(folder).fingerprint();
    assertThat(Parcel.of(folder).fingerprint()).isEqualTo(before);

    Files.setLastModifiedTime(folder.resolve("legend.csv"), FileTime.fromMillis(1));
    String touched = Parcel.of(folder).fingerprint();
    Files.move(folder.resolve("legend.csv"), folder.resolve("list.csv"));

    assertThat(touched).isNotEqualTo(before);
    assertThat(Parcel.of(folder).fingerprint()).isNotEqualTo(touched);
  }

  @Test
  void whatCannotBeSentIsToldAndNothingIsLeftOut() throws IOException {
    assertRefused(folder.resolve("legend.csv"), "dataset-source-unsupported");
    assertRefused(Files.createDirectory(folder.resolve("empty")), "dataset-empty");
    Files.createSymbolicLink(folder.resolve("gone.png"), folder.resolve("nowhere.png"));
    assertRefused(folder, "dataset-unreadable");
  }

  private static void assertRefused(Path source, String code) {
    assertThatThrownBy(() -> Parcel.of(source))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo(code);
  }

  private static byte[] bytes(Parcel parcel) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parcel.writeTo(out);
    return out.toByteArray();
  }
}
