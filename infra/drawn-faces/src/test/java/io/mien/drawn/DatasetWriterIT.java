package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterIT {

  private static final DrawnDataset SMALL = DrawnDataset.of(2, 1).withSize(32);

  @TempDir private Path root;

  @Test
  void writtenPicturesAreTheRenderedOnes() throws IOException {
    WriteSummary summary = SMALL.write(root, Layout.CSV_LEGEND, ProgressListener.NONE);

    assertThat(summary).isEqualTo(new WriteSummary(14, 0));
    DrawnFace face = SMALL.faces().get(1);
    BufferedImage written = ImageIO.read(root.resolve("images/P0001_happy_01.png").toFile());
    assertThat(written.getRGB(0, 0, 32, 32, null, 0, 32))
        .isEqualTo(face.render(32).getRGB(0, 0, 32, 32, null, 0, 32));
    assertThat(Files.readString(root.resolve("legend.csv"))).hasLineCount(15);
  }

  @Test
  void interruptedWritingGoesOnWhereItStopped() throws IOException {
    SMALL.write(root, Layout.IMAGE_FOLDER, ProgressListener.NONE);
    Files.delete(root.resolve("sad/P0002_01.png"));
    List<Integer> heard = new ArrayList<>();

    WriteSummary summary = SMALL.write(root, Layout.IMAGE_FOLDER, (done, total) -> heard.add(done));

    assertThat(summary).isEqualTo(new WriteSummary(1, 13));
    assertThat(root.resolve("sad/P0002_01.png")).exists();
    assertThat(heard).hasSize(14).endsWith(14);
  }

  @Test
  void directoryWrittenBeforeThereWerePosesIsStillTheSame() throws IOException {
    SMALL.write(root, Layout.IMAGE_FOLDER, ProgressListener.NONE);

    assertThat(Files.readString(root.resolve(DatasetWriter.MARK)))
        .isEqualTo(
            """
            version=1
            layout=image-folder
            DrawnDataset[people=2, shotsPerExpression=1, size=32, seed=1, \
            intensity=IntensityRange[weakest=0.55, strongest=1.0], occasion=SNAPSHOT, blend=0.0]
            """);
  }

  @Test
  void directoryOfAnotherDatasetIsRefused() throws IOException {
    SMALL.write(root, Layout.IMAGE_FOLDER, ProgressListener.NONE);

    assertThatThrownBy(
            () -> SMALL.withSeed(2).write(root, Layout.IMAGE_FOLDER, ProgressListener.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(root.toString())
        .hasMessageContaining("seed=1")
        .hasMessageContaining("seed=2")
        .hasMessageContaining("empty directory");
  }

  @Test
  void failureOfOnePictureFailsTheWholeWriting() throws IOException {
    // Given a file where a folder is needed
    Files.writeString(root.resolve("angry"), "in the way");

    assertThatThrownBy(() -> SMALL.write(root, Layout.IMAGE_FOLDER, ProgressListener.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot write all drawn faces");
  }

  @Test
  void noUnfinishedFileStaysBehind() throws IOException {
    SMALL.write(root, Layout.KDEF, ProgressListener.NONE);

    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
    }
    BufferedImage portrait = ImageIO.read(firstOf(root.resolve("KDEF")).toFile());
    assertThat(portrait.getHeight()).isEqualTo(32);
    assertThat(portrait.getWidth()).isEqualTo(24);
  }

  @Test
  void ckPlusFramesAreGrey() throws IOException {
    SMALL.write(root, Layout.CK_PLUS, ProgressListener.NONE);

    BufferedImage frame = ImageIO.read(firstOf(root.resolve("cohn-kanade-images")).toFile());

    assertThat(frame.getRaster().getNumBands()).isEqualTo(1);
    assertThat(frame.getHeight()).isLessThan(frame.getWidth());
  }

  private static Path firstOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
