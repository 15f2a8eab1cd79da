package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YunetModelTest {

  @TempDir Path directory;

  @Test
  void aFileThatIsNotThereIsRefusedWithItsKeyAndName() {
    Path file = directory.resolve("yunet.onnx");

    assertThatThrownBy(() -> YunetModel.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mien.ingest.yunet-model")
        .hasMessageContaining(file.toString())
        .hasMessageContaining("face_detection_yunet_2023mar.onnx");
  }

  @Test
  void anotherFileIsRefusedWithBothDigests() throws IOException {
    // A pointer of Git LFS is what a plain download of the zoo's repository gives
    Path file = directory.resolve(YunetModel.FILE);
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1\n");

    assertThatThrownBy(() -> YunetModel.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(YunetModel.DIGEST)
        .hasMessageContaining("Download it again");
  }
}
