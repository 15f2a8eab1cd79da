package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceArgumentTest {

  @Test
  void addressesInTheStoreAreTakenAsTheyAreWritten() {
    assertThat(DatasetPlace.of(SourceArgument.of("s3://faces/my 顔/é%20#1?.zip")))
        .isEqualTo(new DatasetPlace.Stored("faces", "my 顔/é%20#1?.zip"));
    assertThat(DatasetPlace.of(SourceArgument.of("S3://faces")))
        .isEqualTo(new DatasetPlace.Stored("faces", ""));
    assertThatThrownBy(() -> SourceArgument.of("s3://"))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("dataset-source-unsupported");
  }

  @Test
  void pathsAreThoseOfThisMachineAndMustBeThere() {
    assertThat(SourceArgument.of(".")).isEqualTo(Path.of("").toAbsolutePath().toUri());
    assertThatThrownBy(() -> SourceArgument.of("no/such/faces.zip"))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("dataset-source-missing");
  }

  @Test
  void placesAreToldFromNamesOfDatasets() {
    assertThat(SourceArgument.isPlace("s3://faces/")).isTrue();
    assertThat(SourceArgument.isPlace("pom.xml")).isTrue();
    assertThat(SourceArgument.isPlace("my faces")).isFalse();
  }
}
