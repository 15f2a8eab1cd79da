package io.mien.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.drawn.Layout;
import io.mien.ingest.layout.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them, from the file to its outcome. */
class BadInputIT {

  private static final DrawnDataset DRAWN = DrawnDataset.of(3, 1).withSize(96);
  private static final List<DrawnFace> STRANGERS = DRAWN.withSeed(99).faces();

  private static IngestRig rig;

  @TempDir Path root;
  @TempDir Path work;

  @BeforeAll
  static void open() {
    rig = new IngestRig();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @BeforeEach
  void writeFaces() throws IOException {
    DRAWN.write(root, Layout.IMAGE_FOLDER, (done, total) -> {});
  }

  @Test
  void facesAreFoundInEveryKindOfPicture() throws IOException {
    Map<String, byte[]> kinds = EncodedPictures.kinds(STRANGERS.get(0));
    String[] sources = kinds.keySet().stream().map(name -> "happy/" + name).toArray(String[]::new);
    for (String source : sources) {
      Folders.write(root, source, kinds.get(source.substring("happy/".length())));
    }

    DatasetPrepared result = rig.ingest(root.toUri(), work);

    assertThat(rig.rejections(result)).doesNotContainKeys(sources);
    assertThat(rig.crops(result, work)).extracting(CropRecord::source).contains(sources);
  }

  @Test
  void everyBadFileHasItsReason() throws IOException {
    byte[] face = MixedDataset.encode(STRANGERS.get(0).render(128), "jpg");
    byte[] animated = EncodedPictures.animatedGif(STRANGERS.get(0), STRANGERS.get(1));
    Folders.write(root, "happy/animated.gif", animated);
    Folders.write(root, "happy/animated.jpg", animated);
    Folders.write(root, "happy/bomb.png", EncodedPictures.bomb(STRANGERS.get(0)));
    Folders.write(root, "happy/empty.png", "");
    Folders.write(root, "happy/huge.png", new byte[(1 << 20) + 1]);
    Folders.write(root, "happy/text.png", "I was renamed");
    Folders.write(root, "happy/truncated.jpg", Arrays.copyOf(face, face.length / 2));
    Folders.write(root, "confused/a.jpg", face);
    Folders.write(root, "HAPPY/顔 Zoë.jpg", face);

    DatasetPrepared result = rig.ingest(root.toUri(), work);

    assertThat(rig.rejections(result))
        .contains(
            entry("happy/animated.gif", Rejection.Code.UNSUPPORTED_FORMAT),
            entry("happy/animated.jpg", Rejection.Code.UNSUPPORTED_FORMAT),
            entry("happy/bomb.png", Rejection.Code.TOO_LARGE),
            entry("happy/empty.png", Rejection.Code.EMPTY_FILE),
            entry("happy/huge.png", Rejection.Code.TOO_LARGE),
            entry("happy/text.png", Rejection.Code.NOT_AN_IMAGE),
            entry("happy/truncated.jpg", Rejection.Code.TRUNCATED),
            entry("confused/a.jpg", Rejection.Code.UNKNOWN_LABEL));
    assertThat(rig.crops(result, work))
        .filteredOn(crop -> crop.source().equals("HAPPY/顔 Zoë.jpg"))
        .extracting(CropRecord::expression)
        .containsExactly("happy");
    assertThat(rig.store().read(result.contactSheet())).startsWith(0x89, 'P', 'N', 'G');
  }
}
