package io.mien.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.Mien;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LocalCommandsTest {

  @ParameterizedTest
  @CsvSource({
    "demo --people 5, ask for at least 10",
    "up --threads 0, at least one thread",
    "up --kafka-port 70000, 70000",
    "up --port 70000, 70000",
    "demo --device tpu, 'use auto, cpu or cuda:<number>'"
  })
  void wrongCallIsRefusedInOneSentenceBeforeAnythingStarts(String call, String sentence) {
    StringWriter complaint = new StringWriter();
    CommandLine mien = Mien.commandLine().setErr(new PrintWriter(complaint));

    int exitCode = mien.execute(call.split(" "));

    assertThat(exitCode).isEqualTo(Mien.WRONG_CALL);
    assertThat(complaint.toString().strip().lines())
        .singleElement()
        .asString()
        .startsWith("mien: ")
        .contains(sentence);
  }
}
