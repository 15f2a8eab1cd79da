package io.mien.orchestrator.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.system.OrchestratorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

  @TestHTTPResource("/")
  URI address;

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @ConfigProperty(name = "mien.orchestrator.first-key")
  String key;

  @TempDir Path folder;

  private static InstalledBrowser browser;
  private DashboardPage page;
  private Operator operator;

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
    page = new DashboardPage(browser, PATIENCE);
  }

  @AfterEach
  void leave() {
    page.close();
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
    assertThat(page.isStillMarked()).isTrue();
  }

  @Test
  void progressAndErrorOfATaskAreShownAsItsWorkerReportsThem() throws Exception {
    signedIn();
    RunView run = operator.startRun("watched", folder.toUri());
    page.runRow(run.runId().toString()).click();
    assertThat(page.heading("watched")).isVisible();
    assertThat(page.step("ingest")).containsText("queued");

    try (ReportingWorker worker = new ReportingWorker(bootstrapServers)) {
      worker.appears();
      TaskView task = operator.offeredTask(run.runId());
      worker.starts(task);
      worker.progresses(task, 42, 100);
      assertThat(page.step("ingest")).containsText("42 %");

      worker.fails(task, noFaces());
      assertThat(page.step("ingest")).containsText("failed");
      assertThat(page.alert()).containsText("None of the 100 images shows a face.");
      assertThat(page.step("evaluate")).containsText("skipped");
    }
    assertThat(page.isStillMarked()).isTrue();
  }

  @Test
  void pageAsksNobodyButTheOrchestrator() {
    signedIn();

    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith(address.toString()));
    assertThat(page.complaints()).isEmpty();
  }

  private void signedIn() {
    page.open(address);
    page.signIn(key);
    assertThat(page.liveSign()).isVisible();
    page.mark();
  }

  private static TaskError noFaces() {
    return new TaskError(
        TaskError.Category.INVALID_INPUT,
        "dataset-empty",
        "None of the 100 images shows a face.",
        "dashboard-it");
  }
}
