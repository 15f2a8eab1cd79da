package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetNamesTest {

  @ParameterizedTest
  @CsvSource({
    "file:///data/faces, faces",
    "file:///data/faces/, faces",
    "file:///data/faces.zip, faces",
    "file:///data/My%20Faces.TAR.GZ, My Faces",
    "file:///data/v1.2, v1.2",
    "file:///data/.zip, .zip",
    "s3://bucket/a/faces/, faces",
    "s3://bucket/faces.tgz, faces",
    "s3://bucket/, bucket",
    "s3://bucket, bucket"
  })
  void anArchiveIsCalledLikeItsFolder(URI source, String name) {
    assertThat(DatasetNames.of(source)).isEqualTo(name);
  }
}
