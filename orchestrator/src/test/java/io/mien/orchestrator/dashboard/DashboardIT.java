package io.mien.orchestrator.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.mien.contracts.TaskKind;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.orchestrator.system.ColumnPicture;
import io.mien.orchestrator.system.OrchestratorServers;
import io.mien.orchestrator.system.Outcomes;
import io.mien.orchestrator.system.ScriptedWorker;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(OrchestratorServers.class)
@EnabledIf(
    value = "io.mien.orchestrator.dashboard.InstalledBrowser#exists",
    disabledReason = "No Chromium on this machine; install one, or name it in MIEN_TEST_BROWSER.")
class DashboardIT {

  /** Machines that build are busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String[] INPUT_AND_LABELS =
      Stream.concat(Stream.of("input"), Outcomes.LABELS.stream()).toArray(String[]::new);

  @TestHTTPResource("/")
  URI address;

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @ConfigProperty(name = "mien.orchestrator.first-key")
  String key;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private static InstalledBrowser browser;
  private DashboardPage page;
  private Operator operator;
  private ScriptedWorker worker;

  @BeforeAll
  static void launchBrowser() {
    browser = InstalledBrowser.launch();
    PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void visit() {
    operator = new Operator(address, key);
    operator.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    page = new DashboardPage(browser, PATIENCE);
  }

  @AfterEach
  void leave() {
    page.close();
    worker.close();
  }

  @Test
  void wrongKeyIsRefusedInASentenceAndTheRightOneStillSignsIn() {
    page.open(address);

    page.signIn("mien_not-a-key");
    assertThat(page.alert()).containsText("This API key is not known here.");

    page.signIn(key);
    assertThat(page.heading("Overview")).isVisible();
    assertThat(page.liveSign()).isVisible();
  }

  @Test
  void linkWithAKeySignsInAndTakesTheKeyOutOfTheAddress() {
    page.open(address.resolve("#key=" + key));

    assertThat(page.heading("Overview")).isVisible();
    assertThat(page.address()).doesNotContain(key);
  }

  @Test
  void runStartedAndCancelledBySomebodyElseIsShownWithoutReloading() throws Exception {
    // Given the list of runs, live
    signedIn();

    // When somebody else starts a run
    RunView run = operator.startRun("seen at once", folder.toUri());

    // Then it is there, and so is its end
    assertThat(page.runRow(run.runId().toString())).containsText("seen at once");
    operator.cancel(run.runId());
    assertThat(page.runRow(run.runId().toString())).containsText("cancelled");
    assertUndisturbed();
  }

  @Test
  void progressAndErrorOfATaskAreShownAsItsWorkerReportsThem() throws Exception {
    RunView run = opened("watched");
    assertThat(page.step("list")).containsText("queued");

    try (ScriptedRun script = script(run)) {
      RunTask task = script.begin("list");
      script.progress(task, new Progress("detect faces", "images", 42, 100, 12.5));
      assertThat(page.step("list")).containsText("42 %");

      script.fail(task, noFaces());
      assertThat(page.step("list")).containsText("failed");
      assertThat(page.alert()).containsText("None of the 100 images shows a face.");
      assertThat(page.step("evaluate")).containsText("skipped");
    }
    assertUndisturbed();
  }

  @Test
  void curvesGrowWhileTheNetworksTrain() throws Exception {
    // Given a run whose classifier trains, on its page
    RunView run = opened("curves");
    try (ScriptedRun script = script(run)) {
      script.carryOut("list", "detect", "pack");
      RunTask classifier = script.begin("train-classifier");
      assertThat(page.step("train-classifier")).containsText("running");

      // When it reports, then its curves are sorted into charts
      script.measure(
          classifier,
          new Measure(10, "classifier/loss", 1.5),
          new Measure(10, "classifier/validationAccuracy", 0.5),
          new Measure(10, "learningRate/classifier", 0.001),
          new Measure(10, "imagesPerSecond", 80));
      assertThat(page.chartTitles())
          .hasText(new String[] {"Accuracy", "Loss", "Learning rate", "Throughput"});

      // And those of the StarGAN, which grow
      script.succeed(classifier);
      RunTask stargan = script.begin("train-stargan");
      script.measure(stargan, losses(50, 1.25, 4.5));
      assertThat(page.chartTitles()).hasText(new String[] {"Critic losses", "Generator losses"});
      assertThat(page.chart("Critic losses")).hasAccessibleName(latest("critic/total 1.25"));
      script.measure(stargan, losses(100, -0.75, 3.5));
      assertThat(page.chart("Critic losses")).hasAccessibleName(latest("critic/total -0.75"));
      assertThat(page.chart("Generator losses")).hasAccessibleName(latest("generator/total 3.5"));
      page.awaitCurves(page.chart("Critic losses"));
    }
    assertUndisturbed();
  }

  @Test
  void classifierOfPeopleTellsWhatItDoesOfPeopleItHasNeverSeen() throws Exception {
    RunView run = opened("people");
    try (ScriptedRun script = script(run)) {
      script.carryOut("list", "detect", "pack");
      RunTask classifier = script.begin("train-classifier");
      script.succeed(classifier, new Outcomes(store).ofPeople(classifier));
    }

    page.step("train-classifier").click();
    assertThat(page.result()).containsText("new pictures of people it knows");
    assertThat(page.result()).containsText("On 12 people it has never seen");
    assertThat(page.result()).containsText("0.938 0.875 to 0.969");
    assertThat(page.result()).containsText("3 people");
    assertThat(page.result()).not().containsText("person-0001");
    assertUndisturbed();
  }

  @Test
  void newestSampleGridIsShownUnderTheNamesOfItsColumns() throws Exception {
    RunView run = opened("samples");
    try (ScriptedRun script = script(run)) {
      script.carryOut("list", "detect", "pack", "train-classifier");
      RunTask stargan = script.begin("train-stargan");

      script.sample(stargan, 50);
      assertThat(page.picture("sample-grids")).hasAttribute("src", endingIn("sample-50.png"));
      script.sample(stargan, 100);
      assertThat(page.picture("sample-grids")).hasAttribute("src", endingIn("sample-100.png"));
      page.awaitLoaded(page.picture("sample-grids"));
      assertThat(page.columnNames("sample-grids")).hasText(INPUT_AND_LABELS);
    }
    assertUndisturbed();
  }

  @Test
  void evaluationIsShownWithItsGalleryAndItsConfusionMatrix() throws Exception {
    RunView run = opened("evaluated");
    try (ScriptedRun script = script(run)) {
      script.carryOut(
          "list", "detect", "pack", "train-classifier", "train-stargan", "synthesise", "evaluate");
    }

    assertThat(page.picture("evaluation-report"))
        .hasAttribute("src", endingIn("contact-sheet.png"));
    page.awaitLoaded(page.picture("evaluation-report"));
    assertThat(page.columnNames("evaluation-report")).hasText(INPUT_AND_LABELS);
    assertThat(page.confusion()).isEqualTo(Outcomes.CONFUSION);
    assertUndisturbed();
  }

  @Test
  void photoIsSentWithLabelsOfTheGroupThatIsChosen() throws Exception {
    // Given a checkpoint that knows expressions, poses and attributes
    RunView run = opened("joint");
    try (ScriptedRun script = script(run)) {
      script.carryOut(
          "list", "detect", "pack", "train-classifier", "train-stargan", "synthesise", "evaluate");
    }
    assertThat(page.picture("evaluation-report")).isVisible();
    page.go("Try it");
    page.choosePhoto(ColumnPicture.png(1));

    // When glasses are asked for on a photo with black hair
    page.chooseGroup("Attributes");
    page.chip("Attributes", "hair_colour=black").uncheck();
    page.chip("The photo shows", "hair_colour=black").check();
    page.makeExpressions();

    // Then this is what a worker gets
    RunTask prepare = worker.awaitOffer(offer -> offer.step().equals("prepare"));
    try (ScriptedRun script = new ScriptedRun(prepare.runId(), worker, new Outcomes(store))) {
      script.succeed(script.begin(prepare));
      SynthesisePhoto task = (SynthesisePhoto) script.begin("synthesise").spec();
      assertThat(task.group()).isEqualTo("attributes");
      assertThat(task.expressions()).containsExactly("glasses");
      assertThat(task.holds()).containsExactly("hair_colour=black");
    }
    assertUndisturbed();
  }

  @Test
  void workerIsListedWithItsDeviceUntilItStops() {
    signedIn();
    WorkerId id = new WorkerId("train-worker/dashboard-it/" + UUID.randomUUID());

    worker.report(heartbeat(id, "cuda:3"));
    assertThat(page.workerRow(id.value())).containsText("cuda:3");
    assertThat(page.workerRow(id.value())).containsText("3.0 GiB");

    worker.report(new WorkerStopped(id, Instant.now()));
    assertThat(page.workerRow(id.value())).hasCount(0);
    assertUndisturbed();
  }

  @Test
  void pageAsksNobodyButTheOrchestrator() {
    signedIn();

    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith(address.toString()));
    assertUndisturbed();
  }

  private void signedIn() {
    page.open(address);
    page.signIn(key);
    assertThat(page.liveSign()).isVisible();
    page.mark();
  }

  /** The page was neither loaded again nor did any of its code fail. */
  private void assertUndisturbed() {
    assertThat(page.isStillMarked()).isTrue();
    assertThat(page.complaints()).isEmpty();
  }

  /** A new run, on its page. */
  private RunView opened(String name) throws Exception {
    signedIn();
    RunView run = operator.startRun(name, folder.toUri());
    page.runRow(run.runId().toString()).click();
    assertThat(page.heading(name)).isVisible();
    return run;
  }

  private ScriptedRun script(RunView run) {
    return new ScriptedRun(run.runId(), worker, new Outcomes(store));
  }

  private static Measure[] losses(long iteration, double critic, double generator) {
    return new Measure[] {
      new Measure(iteration, "critic/total", critic),
      new Measure(iteration, "generator/total", generator)
    };
  }

  private static WorkerHeartbeat heartbeat(WorkerId id, String device) {
    Instant now = Instant.now();
    return new WorkerHeartbeat(
        id,
        now,
        TaskKind.TRAIN,
        "far-away",
        4711,
        "1",
        2,
        2,
        device,
        now,
        3L << 30,
        3L << 30,
        false);
  }

  private static Pattern latest(String value) {
    return Pattern.compile("; latest:.*" + literally(value) + "(,|$)");
  }

  private static Pattern endingIn(String name) {
    return Pattern.compile("/" + literally(name) + "$");
  }

  /** The browser's expressions know no {@code \Q…\E}. */
  private static String literally(String text) {
    return text.replace(".", "\\.");
  }

  private static TaskError noFaces() {
    return new TaskError(
        TaskError.Category.INVALID_INPUT,
        "dataset-empty",
        "None of the 100 images shows a face.",
        "dashboard-it");
  }
}
