package io.mien.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.drawn.Layout;
import io.mien.ingest.source.archive.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets in archives, from the file to the prepared dataset. */
class ArchiveIngestIT {

  private static final DrawnDataset DRAWN = DrawnDataset.of(3, 1).withSize(96);

  private static IngestRig rig;

  @TempDir Path root;
  @TempDir Path work;
  @TempDir Path archives;

  @BeforeAll
  static void open() {
    rig = new IngestRig();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void anArchiveGivesTheBytesOfItsFolder() throws IOException {
    DRAWN.write(root, Layout.CSV_LEGEND, (done, total) -> {});
    DatasetPrepared folder = rig.ingest(root.toUri(), work);

    for (String name : new String[] {"faces.zip", "faces.tar", "faces.tar.gz"}) {
      Path archive = Packed.folder(root, archives.resolve(name));

      DatasetPrepared packed = rig.ingest(archive.toUri(), work);

      assertSame(packed, folder, name);
    }
  }

  @Test
  void whatLiesInTheStoreGivesTheBytesOfItsFolder() throws IOException {
    DRAWN.write(root, Layout.CSV_LEGEND, (done, total) -> {});
    DatasetPrepared folder = rig.ingest(root.toUri(), work);
    rig.put(root, "uploads/1/");
    for (String name : new String[] {"faces.zip", "faces.tar", "faces.tar.gz"}) {
      Packed.folder(root, archives.resolve(name));
    }
    rig.put(archives, "uploads/2/");

    for (String key :
        new String[] {
          "uploads/1", "uploads/2/faces.zip", "uploads/2/faces.tar", "uploads/2/faces.tar.gz"
        }) {
      DatasetPrepared stored = rig.ingest(rig.address(key), work);

      assertSame(stored, folder, key);
    }
  }

  @Test
  void whatAnArchiveMustNotHoldIsRejectedAndTheRestIsRead() throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              for (DrawnFace face : DRAWN.faces()) {
                String name = "%s/%s_1.png".formatted(face.expression(), face.subject());
                Packed.add(out, name, MixedDataset.encode(face.render(96), "png"));
              }
              Packed.add(out, "../evil.png", "evil");
              ZipArchiveEntry link = new ZipArchiveEntry("happy/link.png");
              link.setUnixMode(0120777);
              Packed.put(out, link, "/etc/passwd".getBytes(UTF_8));
              out.setLevel(ZipArchiveOutputStream.STORED);
              Packed.add(out, "happy/damaged.png", "to be damaged");
            });
    zip[new String(zip, ISO_8859_1).indexOf("to be damaged")] = 'T';
    Path archive = Files.write(archives.resolve("faces.zip"), zip);

    DatasetPrepared result = rig.ingest(archive.toUri(), work);

    assertThat(rig.rejections(result))
        .contains(
            entry("../evil.png", Rejection.Code.UNSAFE_NAME),
            entry("happy/link.png", Rejection.Code.LINK),
            entry("happy/damaged.png", Rejection.Code.UNREADABLE));
    assertThat(rig.crops(result, work).size() + rig.rejections(result).size())
        .isEqualTo(result.summary().files())
        .isEqualTo(DRAWN.faces().size() + 3);
    assertThat(rig.store().read(result.contactSheet())).startsWith(0x89, 'P', 'N', 'G');
  }

  private static void assertSame(DatasetPrepared one, DatasetPrepared other, String as) {
    assertThat(one.summary().shards()).as(as).isEqualTo(other.summary().shards());
    assertThat(one.summary().fingerprint()).as(as).isEqualTo(other.summary().fingerprint());
    assertThat(one.rejections().sha256()).as(as).isEqualTo(other.rejections().sha256());
    assertThat(one.contactSheet().sha256()).as(as).isEqualTo(other.contactSheet().sha256());
  }
}
