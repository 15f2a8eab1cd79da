package io.mien.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Import and export against a server that answers as the orchestrator does. */
class CheckpointCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String RUN = "0190a000-0000-7000-8000-000000000002";
  private static final String REF =
      "{\"bucket\": \"models\", \"key\": \"%s\", \"bytes\": 7, \"sha256\": \"0\"}";
  private static final String SUMMARY =
      """
      {"network": "stargan", "imageSize": 128, "labels": ["angry", "happy"], "iterations": 0,
       "datasetFingerprint": "",
       "recipe": {"detector": "cascade-v1", "size": 128, "margin": 0.25, "alignEyes": true}}""";
  private static final String LOCATION =
      "{\"bucket\": \"models\", \"prefix\": \"tasks/t/\", \"manifest\": %s}"
          .formatted(REF.formatted("tasks/t/checkpoint.json"));
  private static final String CHECKPOINTS =
      """
      {"items": [{"checkpointId": "%s", "runId": "%s", "taskId": "%s", "summary": %s,
       "location": %s, "aliases": ["champion"], "createdAt": "2026-11-25T20:00:00Z"}]}"""
          .formatted(ID, RUN, RUN, SUMMARY, LOCATION);

  @TempDir Path folder;

  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter errors = new StringWriter();
  private final PrintStream console = System.out;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    System.setOut(new PrintStream(out, true, UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  @Test
  void importSendsTheFileWithWhatItDoesNotSayAndNamesTheCheckpoint() throws IOException {
    answers.put("/v1/checkpoints", run("import", "RUNNING", ""));
    answers.put("/v1/runs/" + RUN, run("import", "SUCCEEDED", imported()));
    answers.put("/v1/checkpoints?runId=" + RUN, CHECKPOINTS);

    int code =
        importing("--size", "128", "--margin", "0.25", "--align-eyes", "true", "--part", "G");

    assertThat(code).as(errors.toString()).isZero();
    assertThat(bodies.get("/v1/checkpoints"))
        .contains(
            "name=\"kind\"\r\n\r\ngenerator\r\n",
            "name=\"labels\"\r\n\r\nangry,happy\r\n",
            "name=\"imageSize\"\r\n\r\n128\r\n",
            "name=\"margin\"\r\n\r\n0.25\r\n",
            "name=\"alignEyes\"\r\n\r\ntrue\r\n",
            "name=\"part\"\r\n\r\nG\r\n",
            "filename=\"G.pth\"",
            "\r\n\r\nweights\r\n")
        .doesNotContain("licence", "commercialUse", "dataset");
    assertThat(out.toString(UTF_8)).contains(ID, "mien synth PHOTO --checkpoint " + ID);
  }

  @Test
  void everyGroupOfAJointGeneratorIsAFieldOfItsOwn() throws IOException {
    String groups =
        """
        "groups": [{"group": "attributes", "exclusive": false, "names": ["Male", "Young"]},
         {"group": "expression", "exclusive": true, "names": ["angry", "happy"]}], "recipe\"""";
    answers.put("/v1/checkpoints", run("import", "RUNNING", ""));
    answers.put("/v1/runs/" + RUN, run("import", "SUCCEEDED", imported()));
    answers.put("/v1/checkpoints?runId=" + RUN, CHECKPOINTS.replace("\"recipe\"", groups));

    int code =
        importing(
            "--labels",
            "attributes:Male,Young",
            "--size",
            "128",
            "--margin",
            "0.25",
            "--align-eyes",
            "true");

    assertThat(code).as(errors.toString()).isZero();
    assertThat(bodies.get("/v1/checkpoints"))
        .contains(
            "name=\"labels\"\r\n\r\nangry,happy\r\n",
            "name=\"labels\"\r\n\r\nattributes:Male,Young\r\n");
    assertThat(out.toString(UTF_8))
        .contains("labels attributes Male, Young; expression angry, happy")
        .contains("--group attributes --holds");
  }

  @Test
  void termsOfTheWeightsAreSentWithThem() throws IOException {
    answers.put("/v1/checkpoints", run("import", "RUNNING", ""));
    answers.put("/v1/runs/" + RUN, run("import", "SUCCEEDED", imported()));
    answers.put("/v1/checkpoints?runId=" + RUN, CHECKPOINTS);

    importing(
        "--size",
        "128",
        "--margin",
        "0.25",
        "--align-eyes",
        "true",
        "--licence",
        "MIT",
        "--minors",
        "none");

    assertThat(bodies.get("/v1/checkpoints"))
        .contains(
            "name=\"licence\"\r\n\r\nMIT\r\n",
            "name=\"commercialUse\"\r\n\r\nunknown\r\n",
            "name=\"minors\"\r\n\r\nnone\r\n")
        .doesNotContain("consent");
  }

  @Test
  void refusedImportEndsWithTheWorkersReason() throws IOException {
    answers.put("/v1/checkpoints", run("import", "RUNNING", ""));
    answers.put(
        "/v1/runs/" + RUN,
        run(
            "import",
            "FAILED",
            """
            , "error": {"category": "INVALID_INPUT", "code": "import-refused",
             "message": "it wants Python's 'os.system'", "fingerprint": "f"}"""));

    int code = importing("--size", "128", "--margin", "0.25", "--align-eyes", "true");

    assertThat(code).isEqualTo(Mien.FAILED);
    assertThat(errors.toString()).contains("G.pth", "os.system", "[import-refused]");
  }

  @Test
  void importAsksForThePreparationOfPhotosBeforeItSendsAnything() throws IOException {
    assertThat(importing("--size", "128")).isEqualTo(Mien.WRONG_CALL);
    assertThat(errors.toString()).contains("--margin", "--align-eyes", "--dataset");
    assertThat(bodies).isEmpty();
  }

  @Test
  void exportOfAnAliasWritesTheFile() throws IOException {
    answers.put("/v1/checkpoints?limit=200", CHECKPOINTS);
    answers.put("/v1/checkpoints/" + ID + "/exports", run("export", "RUNNING", ""));
    String file = REF.formatted("tasks/t/1/w/export/generator.onnx");
    answers.put(
        "/v1/runs/" + RUN,
        run(
            "export",
            "SUCCEEDED",
            ", \"result\": {\"type\": \"CheckpointExported\", \"format\": \"onnx\", \"file\": %s}"
                .formatted(file)));
    answers.put("/v1/objects/models/tasks/t/1/w/export/generator.onnx", "a model");
    Path target = folder.resolve("new/face.onnx");

    int code = execute("export", "champion", "--format", "onnx", "--out", target.toString());

    assertThat(code).as(errors.toString()).isZero();
    assertThat(bodies.get("/v1/checkpoints/" + ID + "/exports")).contains("\"onnx\"");
    assertThat(target).hasContent("a model");
    assertThat(folder.resolve("new/face.onnx.part")).doesNotExist();
  }

  @Test
  void unknownFormatIsAWrongCallThatListsTheKnown() {
    int code = execute("export", ID, "--format", "gguf", "--out", "x");

    assertThat(code).isEqualTo(Mien.WRONG_CALL);
    assertThat(errors.toString()).containsIgnoringCase("safetensors, pytorch, onnx");
  }

  private int importing(String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("G.pth"), "weights");
    Stream<String> always =
        Stream.of("import", file.toString(), "--kind", "generator", "--labels", "angry,happy");
    return execute(Stream.concat(always, Stream.of(options)).toArray(String[]::new));
  }

  private int execute(String... arguments) {
    CommandLine line = Mien.commandLine();
    line.setErr(new PrintWriter(errors, true));
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Stream<String> where = Stream.of("--url", url, "--key", "k3y");
    return line.execute(
        Stream.concat(Stream.concat(Stream.of("checkpoint"), Stream.of(arguments)), where)
            .toArray(String[]::new));
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().toString();
    byte[] body = call.getRequestBody().readAllBytes();
    if (body.length > 0) {
      bodies.put(path, new String(body, UTF_8));
    }
    byte[] answer = answers.getOrDefault(path, "").getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(
        answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  private static String imported() {
    return ", \"result\": {\"type\": \"CheckpointImported\", \"checkpoint\": %s, \"summary\": %s}"
        .formatted(LOCATION, SUMMARY);
  }

  /** A run of one step; {@code outcome} is the rest of its task. */
  private static String run(String step, String state, String outcome) {
    return """
        {"runId": "%s", "name": "r", "template": "%s", "state": "%s",
         "createdAt": "2026-11-25T20:00:00Z",
         "steps": [{"stepId": "%s", "name": "%s", "kind": "train", "state": "%s", "dependsOn": [],
          "task": {"taskId": "%s", "runId": "%s", "step": "%s", "kind": "train", "state": "%s",
           "attempt": 1, "failures": 0, "interruptions": 0,
           "createdAt": "2026-11-25T20:00:00Z"%s}}]}"""
        .formatted(RUN, step, state, RUN, step, state, RUN, RUN, step, state, outcome);
  }
}
