package io.mien.cli.command;

import static io.mien.cli.command.SynthesisAnswers.ERRORS;
import static io.mien.cli.command.SynthesisAnswers.RESULTS;
import static io.mien.cli.command.SynthesisAnswers.RUN;
import static io.mien.cli.command.SynthesisAnswers.VIEW;
import static io.mien.cli.command.SynthesisAnswers.image;
import static io.mien.cli.command.SynthesisAnswers.result;
import static io.mien.cli.command.SynthesisAnswers.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.rest.SynthesisRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for of many photos, and how often, against a server that has done it all. */
class BulkSynthesisIT {

  private static final String POST = "POST /v1/syntheses";

  @RegisterExtension private final OperatedServer server = new OperatedServer();

  @TempDir Path folder;

  private Path faces;
  private Path out;

  BulkSynthesisIT() throws IOException {}

  @BeforeEach
  void answer() throws IOException {
    faces = Files.createDirectories(folder.resolve("faces"));
    Files.writeString(faces.resolve("a.jpg"), "a photo");
    out = folder.resolve("out");
    server.answers(POST, view("RUNNING", 1, 0, 0));
    server.answersInTurn(VIEW, view("RUNNING", 1, 0, 0), view("COMPLETED", 1, 0));
    server.answers(RESULTS, result(1, "a.jpg", "pixels"));
    server.answers(ERRORS, "");
    server.answers(image(1), "pixels");
  }

  @Test
  void aFolderIsNamedToAServerOnThisMachine() throws IOException {
    int exit =
        synth(
            faces,
            "--expressions",
            "happy, sad",
            "--holds",
            "glasses",
            "--face",
            "largest",
            "--deadline",
            "2026-11-27T08:00:00Z",
            "--priority",
            "7",
            "--group",
            "expression");

    assertThat(exit).as(server.errors()).isZero();
    SynthesisRequest asked = posted();
    assertThat(asked.source()).isEqualTo(faces.toUri());
    assertThat(asked.name()).isEqualTo("faces");
    assertThat(asked.checkpoint()).isEqualTo("champion");
    assertThat(asked.expressions()).containsExactly("happy", "sad");
    assertThat(asked.holds()).containsExactly("glasses");
    assertThat(asked.face()).isEqualTo(FaceChoice.LARGEST);
    assertThat(asked.deadline()).hasToString("2026-11-27T08:00:00Z");
    assertThat(asked.priority()).isEqualTo(7);
    assertThat(out.resolve("images/a.jpg/happy.png")).hasContent("pixels");
    assertThat(server.takePrinted()).contains("1 items done, 0 failed", RUN, out.toString());
  }

  @Test
  void picturesAreAskedForAsOfOnePhoto() throws IOException {
    assertThat(synth(faces, "--output", "pasted", "--format", "jpeg", "--intensity", "0.5"))
        .as(server.errors())
        .isZero();
    assertThat(posted().picture())
        .isEqualTo(new SynthesisRequest.Picture(ImageOutput.PASTED, null, ImageFormat.JPEG, 0.5));

    assertThat(synth(faces, "--output", "whole")).isNotZero();
    assertThat(server.errors()).contains("no output 'whole'", "crop, pasted");
  }

  @Test
  void allExpressionsAreTheOnesThatTheServerKnows() throws IOException {
    assertThat(synth(faces, "--expressions", "all")).as(server.errors()).isZero();

    assertThat(posted().expressions()).isEmpty();
  }

  @Test
  void jsonLinesAreTheFileOfAFormAndTheirPhotosLieBesideThem() throws IOException {
    Path items = items("{\"custom_id\": \"1\", \"photo\": \"a.jpg\"}");

    assertThat(synth(items)).as(server.errors()).isZero();

    assertThat(form())
        .contains("name=\"items\"; filename=\"batch.jsonl\"", Files.readString(items))
        .contains("name=\"request\"", "\"source\" : \"" + faces.toUri() + "\"", "batch");
  }

  @Test
  void itemsWithAddressesOfTheirOwnNeedNoSource() throws IOException {
    Path items = items("{\"custom_id\": \"1\", \"photo\": \"s3://b/a.jpg\"}");

    assertThat(synth(items)).as(server.errors()).isZero();

    assertThat(form()).doesNotContain("\"source\"");
  }

  @Test
  void jsonLinesInTheObjectStoreAreAFileOfTheirSource() throws IOException {
    assertThat(server.execute("synth", "s3://b/batch/items.jsonl", "--out", out.toString()))
        .as(server.errors())
        .isZero();

    assertThat(posted().source()).hasToString("s3://b/batch/");
    assertThat(posted().file()).isEqualTo("items.jsonl");
  }

  @Test
  void aServerElsewhereGetsThePhotosFirst() throws IOException {
    server.answers(
        "POST /v1/uploads",
        """
        {"uploadId": "%s", "name": "faces.zip", "state": "READY", "partBytes": 1000, "parts": [],
         "source": "s3://mien-datasets/uploads/1/faces.zip"}\
        """
            .formatted(RUN));

    assertThat(synth(faces, "--upload")).as(server.errors()).isZero();

    assertThat(posted().source()).hasToString("s3://mien-datasets/uploads/1/faces.zip");
  }

  @Test
  void anAnswerThatWasLostIsAskedForAgainUnderTheSameKey() {
    server.losesAnAnswer(POST);

    assertThat(synth(faces)).as(server.errors()).isZero();

    List<String> keys = keys();
    assertThat(keys).hasSize(2).doesNotContain("");
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
  }

  @Test
  void theSameCommandGoesOnWithTheSameSynthesis() {
    assertThat(synth(faces, "--deadline", "2h")).as(server.errors()).isZero();
    server.answers(image(1), "not asked for again");

    assertThat(synth(faces, "--deadline", "2h")).as(server.errors()).isZero();

    assertThat(keys()).hasSize(1);
    assertThat(out.resolve("images/a.jpg/happy.png")).hasContent("pixels");
  }

  @Test
  void anotherPhotoIsAnotherSynthesis() throws IOException {
    synth(faces);
    Files.writeString(faces.resolve("b.jpg"), "another photo");

    synth(faces);

    assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void whoDoesNotWaitGetsTheRunAndNoFolder() {
    assertThat(synth(faces, "--detach")).as(server.errors()).isZero();

    assertThat(server.requests()).containsExactly(POST);
    assertThat(server.takePrinted()).contains("mien synth resume " + RUN);
    assertThat(out).doesNotExist();
  }

  @Test
  void imagesDoNotGoAmongThePhotos() {
    out = faces.resolve("results");

    assertThat(synth(faces)).isEqualTo(Mien.FAILED);

    assertThat(server.errors()).contains("Name another folder with --out");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaidBeforeAnythingIsAsked() {
    assertThat(synth(faces.resolve("none.jsonl"))).isEqualTo(Mien.FAILED);

    assertThat(server.errors()).contains("none.jsonl: there is nothing");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatOnlyManyPhotosCanGetIsNotPassedOverForOne() {
    assertThat(synth(faces.resolve("a.jpg"), "--deadline", "2h")).isEqualTo(Mien.WRONG_CALL);

    assertThat(server.errors()).contains("a.jpg is one photo");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void jsonIsALineForEachChange() throws IOException {
    assertThat(synth(faces, "--json")).as(server.errors()).isZero();

    List<String> lines = server.takePrinted().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(ClientJson.MAPPER.readTree(lines.get(0)).path("state").asText())
        .isEqualTo("RUNNING");
    assertThat(ClientJson.MAPPER.readTree(lines.get(1)).path("state").asText())
        .isEqualTo("COMPLETED");
  }

  private int synth(Path argument, String... options) {
    String[] line = new String[options.length + 4];
    line[0] = "synth";
    line[1] = argument.toString();
    line[2] = "--out";
    line[3] = out.toString();
    System.arraycopy(options, 0, line, 4, options.length);
    return server.execute(line);
  }

  private Path items(String line) throws IOException {
    return Files.writeString(faces.resolve("batch.jsonl"), line + "\n");
  }

  private SynthesisRequest posted() throws IOException {
    return ClientJson.MAPPER.readValue(form(), SynthesisRequest.class);
  }

  private String form() {
    return server.calls().stream()
        .filter(call -> call.request().equals(POST))
        .findFirst()
        .orElseThrow()
        .body();
  }

  private List<String> keys() {
    return server.calls().stream()
        .filter(call -> call.request().equals(POST))
        .map(OperatedServer.Call::key)
        .toList();
  }
}
