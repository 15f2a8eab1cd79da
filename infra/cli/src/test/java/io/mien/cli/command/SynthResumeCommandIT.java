package io.mien.cli.command;

import static io.mien.cli.command.SynthesisAnswers.ERRORS;
import static io.mien.cli.command.SynthesisAnswers.RESULTS;
import static io.mien.cli.command.SynthesisAnswers.RUN;
import static io.mien.cli.command.SynthesisAnswers.VIEW;
import static io.mien.cli.command.SynthesisAnswers.failure;
import static io.mien.cli.command.SynthesisAnswers.image;
import static io.mien.cli.command.SynthesisAnswers.result;
import static io.mien.cli.command.SynthesisAnswers.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.Mien;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What lies on disk afterwards, whatever lay there before and however the synthesis ended. */
class SynthResumeCommandIT {

  @RegisterExtension private final OperatedServer server = new OperatedServer();

  @TempDir Path folder;

  private Path out;

  SynthResumeCommandIT() throws IOException {}

  @BeforeEach
  void answer() {
    out = folder.resolve("out");
    server.answers(VIEW, view("COMPLETED", 2, 0));
    server.answers(RESULTS, result(1, "a.jpg", "pixels 1") + result(2, "b.jpg", "pixels 2"));
    server.answers(ERRORS, "");
    server.answers(image(1), "pixels 1");
    server.answers(image(2), "pixels 2");
  }

  @Test
  void onlyWhatIsMissingOrDamagedIsFetched() throws IOException {
    Path whole = Files.createDirectories(out.resolve("images/a.jpg")).resolve("happy.png");
    Path damaged = Files.createDirectories(out.resolve("images/b.jpg")).resolve("happy.png");
    Files.writeString(whole, "pixels 1");
    Files.writeString(damaged, "pixel! 2");

    assertThat(resume()).as(server.errors()).isZero();

    assertThat(server.requests()).contains(image(2)).doesNotContain(image(1));
    assertThat(whole).hasContent("pixels 1");
    assertThat(damaged).hasContent("pixels 2");
    assertThat(out.resolve("results.jsonl"))
        .hasContent(result(1, "a.jpg", "pixels 1") + result(2, "b.jpg", "pixels 2"));
  }

  @Test
  void resultsAreSavedWhileTheSynthesisRuns() throws IOException {
    server.answersInTurn(
        VIEW,
        view("RUNNING", 2, 0, 0),
        view("RUNNING", 2, 1, 0),
        view("RUNNING", 2, 1, 0),
        view("RUNNING", 2, 1, 0),
        view("COMPLETED", 2, 0));
    server.answersInTurn(
        RESULTS,
        result(1, "a.jpg", "pixels 1"),
        result(1, "a.jpg", "pixels 1") + result(2, "b.jpg", "pixels 2"));

    assertThat(resume()).as(server.errors()).isZero();

    assertThat(server.requests().indexOf(image(1))).isLessThan(server.requests().lastIndexOf(VIEW));
    assertThat(server.requests()).containsOnlyOnce(image(1), image(2));
    assertThat(out.resolve("images/b.jpg/happy.png")).hasContent("pixels 2");
  }

  @Test
  void aDamagedImageIsFetchedAgain() {
    server.answersInTurn(image(1), "pixel! 1", "pixels 1");

    assertThat(resume()).as(server.errors()).isZero();

    assertThat(out.resolve("images/a.jpg/happy.png")).hasContent("pixels 1");
  }

  @Test
  void anImageThatStaysDamagedFailsTheCommandAndNoOther() throws IOException {
    server.answers(image(1), "pixel! 1");

    assertThat(resume()).isEqualTo(Mien.FAILED);

    assertThat(out.resolve("images/a.jpg")).isEmptyDirectory();
    assertThat(out.resolve("images/b.jpg/happy.png")).hasContent("pixels 2");
  }

  @Test
  void anImageThatIsGoneFailsTheCommandAndNoOther() {
    server.refuses(image(1), 404, "{\"status\": 404, \"code\": \"gone\", \"detail\": \"d\"}");

    assertThat(resume()).isEqualTo(Mien.FAILED);

    assertThat(out.resolve("images/b.jpg/happy.png")).hasContent("pixels 2");
  }

  @Test
  void noItemLeavesTheFolderByItsName() {
    server.answers(RESULTS, result(1, "../../a", "pixels 1") + result(2, "x/b", "pixels 2"));

    assertThat(resume()).as(server.errors()).isZero();

    assertThat(out.resolve("images/%2E%2E/%2E%2E/a/happy.png")).hasContent("pixels 1");
    assertThat(out.resolve("images/x/b/happy.png")).hasContent("pixels 2");
    assertThat(folder).isDirectoryNotContaining("glob:**/a");
  }

  @Test
  void anImageInTheWayOfAnotherFailsTheCommandAndNoOther() {
    server.answers(RESULTS, result(1, "a", "pixels 1") + result(2, "a/happy.png", "pixels 2"));

    assertThat(resume()).isEqualTo(Mien.FAILED);

    assertThat(out.resolve("results.jsonl")).exists();
  }

  @Test
  void failedItemsAreShownByTheirErrorAndFailTheCommand() throws IOException {
    server.answers(VIEW, view("COMPLETED_WITH_ERRORS", 2, 5));
    StringBuilder errors = new StringBuilder(failure(9, "nobody.jpg", "photo-missing"));
    for (int line = 3; line <= 6; line++) {
      errors.append(failure(line, line + ".jpg", "no-face"));
    }
    server.answers(ERRORS, errors.toString());

    assertThat(resume()).isEqualTo(Mien.FAILED);

    assertThat(server.takePrinted().lines())
        .anyMatch(line -> line.matches("no-face +4 +3 +3.jpg +found in 3.jpg"))
        .anyMatch(line -> line.matches(" +5 +5.jpg +found in 5.jpg"))
        .noneMatch(line -> line.contains("6.jpg"))
        .anyMatch(line -> line.endsWith("and 1 more"))
        .anyMatch(line -> line.matches("photo-missing +1 +9 +nobody.jpg +found in nobody.jpg"))
        .anyMatch(line -> line.startsWith("2 items done, 5 failed"));
    assertThat(out.resolve("errors.jsonl")).hasContent(errors.toString());
    assertThat(out.resolve("images/a.jpg/happy.png")).exists();
  }

  @Test
  void aCancelledSynthesisKeepsItsResults() {
    server.answers(VIEW, view("CANCELLED", 9, 2, 0));

    assertThat(resume()).isEqualTo(Mien.FAILED);

    assertThat(server.takePrinted()).contains("CANCELLED");
    assertThat(out.resolve("images/a.jpg/happy.png")).hasContent("pixels 1");
    assertThat(out.resolve("images/b.jpg/happy.png")).hasContent("pixels 2");
  }

  @Test
  void aConnectionThatBreaksIsTriedAgain() {
    server.breaksOffAnAnswer(RESULTS);
    server.breaksOffAnAnswer(image(2));

    assertThat(resume()).as(server.errors()).isZero();

    assertThat(out.resolve("images/b.jpg/happy.png")).hasContent("pixels 2");
  }

  private int resume() {
    return server.execute("synth", "resume", RUN, "--out", out.toString());
  }
}
