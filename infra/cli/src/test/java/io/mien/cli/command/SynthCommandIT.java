package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.Mien;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The command as an operator types it, against the answers of a server that has a champion. */
class SynthCommandIT {

  private static final String SET =
      """
      {"runId": "0190a000-0000-7000-8000-000000000001", "state": "SUCCEEDED",
       "images": [{"expression": "happy", "url": "/v1/objects/syntheses/happy", "sha256": "aa",
                   "bytes": 6, "format": "jpeg", "width": 1200, "height": 800}],
       "made": {"photoSha256": "bb", "checkpointSha256": "cc", "output": "pasted",
                "intensity": 0.5}}
      """;

  @RegisterExtension final OperatedServer server = new OperatedServer();

  @TempDir Path folder;

  private Path photo;

  SynthCommandIT() throws IOException {}

  @BeforeEach
  void answer() throws IOException {
    photo = Files.writeString(folder.resolve("me.jpg"), "a photo");
    server.answers("GET /v1/objects/syntheses/happy", "pixels");
  }

  @Test
  void everyWishIsSentAndTheImageIsSavedAsWhatItIs() {
    server.answers("POST /v1/expressions", SET);

    int exit =
        synth("--output", "pasted", "--format", "jpeg", "--face", "largest", "--intensity", "0.5");

    assertThat(exit).as(server.errors()).isZero();
    assertThat(folder.resolve("me-happy.jpg")).hasContent("pixels");
    assertThat(server.calls().get(0).body())
        .contains("name=\"output\"\r\n\r\npasted\r\n")
        .contains("name=\"format\"\r\n\r\njpeg\r\n")
        .contains("name=\"face\"\r\n\r\nlargest\r\n")
        .contains("name=\"intensity\"\r\n\r\n0.5\r\n")
        .doesNotContain("name=\"size\"");
  }

  @Test
  void qualityIsAskedForAndWhatIsRejectedIsTold() {
    server.answers(
        "POST /v1/expressions",
        SET.replace(
            "\"made\"",
            """
            "rejected": [{"expression": "sad", "attempts": [{"target": 0.21, "shown": "neutral"},
                                                            {"target": 0.34, "shown": "happy"}]}],
            "made"""
                + "\""));

    int exit =
        synth(
            "--min-target",
            "0.6",
            "--embedder",
            "candidate",
            "--min-identity",
            "0.3",
            "--retry",
            "intensity=0.8",
            "--retry",
            "checkpoint=champion, intensity=1");

    assertThat(exit).as("something was rejected").isEqualTo(Mien.FAILED);
    assertThat(server.calls().get(0).body())
        .contains(
            "name=\"quality\"\r\n\r\n"
                + "{\"embedder\":\"candidate\",\"target\":0.6,\"identity\":0.3,"
                + "\"options\":[{\"intensity\":0.8},{\"checkpoint\":\"champion\",\"intensity\":1.0}]}");
    assertThat(server.takePrinted()).contains("sad is rejected: neutral (0.21), happy (0.34)");
    assertThat(synth("--retry", "size=3")).isEqualTo(Mien.WRONG_CALL);
  }

  @Test
  void whatTheServerDoesNotKnowIsSaid() {
    server.refuses(
        "POST /v1/expressions",
        422,
        """
        {"type": "urn:mien:problem:unknown-format", "title": "t", "status": 422,
         "code": "unknown-format", "detail": "There is no format 'bmp'; choose from png, jpeg."}
        """);

    assertThat(synth("--format", "bmp")).isNotZero();
    assertThat(server.errors()).contains("choose from png, jpeg.", "unknown-format");
  }

  private int synth(String... wishes) {
    String[] line = new String[wishes.length + 4];
    line[0] = "synth";
    line[1] = photo.toString();
    line[2] = "--out";
    line[3] = folder.toString();
    System.arraycopy(wishes, 0, line, 4, wishes.length);
    return server.execute(line);
  }
}
