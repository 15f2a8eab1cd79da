package io.mien.orchestrator.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One visit of the dashboard, by somebody new; remembers what the page asked for and complained of.
 */
final class DashboardPage implements AutoCloseable {

  private static final String IS_LOADED = "image => image.complete && image.naturalWidth > 0";

  /** Text and axes are nearly grey. */
  private static final String HAS_CURVES =
      """
      chart => {
        const canvas = chart.querySelector('canvas');
        const top = Math.ceil(34 * devicePixelRatio);
        const { data } = canvas.getContext('2d').getImageData(0, top, canvas.width, canvas.height - top);
        let coloured = 0;
        for (let at = 0; at < data.length; at += 4) {
          const [red, green, blue, alpha] = data.subarray(at, at + 4);
          const vivid = Math.max(red, green, blue) - Math.min(red, green, blue) > 80;
          coloured += alpha > 200 && vivid ? 1 : 0;
        }
        return coloured > 20;
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  DashboardPage(InstalledBrowser browser, Duration patience) {
    context = browser.browser().newContext();
    page = context.newPage();
    page.setDefaultTimeout((double) patience.toMillis());
    page.onRequest((Request request) -> requests.add(request.url()));
    page.onPageError(complaints::add);
  }

  void open(URI address) {
    page.navigate(address.toString());
  }

  void signIn(String key) {
    page.getByLabel("API key").fill(key);
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
  }

  /** A mark that a reload would wipe out. */
  void mark() {
    page.evaluate("window.stillTheSamePage = true");
  }

  boolean isStillMarked() {
    return Boolean.TRUE.equals(page.evaluate("window.stillTheSamePage"));
  }

  Locator alert() {
    return page.locator("[role=alert].error");
  }

  Locator liveSign() {
    return page.locator(".pulse.open");
  }

  Locator runRow(String runId) {
    return page.locator("[data-run='" + runId + "']");
  }

  Locator step(String name) {
    return page.locator("[data-step='" + name + "']");
  }

  Locator workerRow(String workerId) {
    return page.locator("[data-worker='" + workerId + "']");
  }

  /** What the step that is shown has handed back. */
  Locator result() {
    return page.locator("task-result");
  }

  /** Titles of the charts of learning curves, as they stand. */
  Locator chartTitles() {
    return page.locator("loss-curves figcaption");
  }

  /** The chart of this title; its label tells the latest values of its curves. */
  Locator chart(String title) {
    return page.getByRole(AriaRole.IMG, named(title + "; latest"));
  }

  /** Returns once curves are painted below the legend of a chart. */
  void awaitCurves(Locator chart) {
    page.waitForCondition(() -> Boolean.TRUE.equals(chart.evaluate(HAS_CURVES)));
  }

  /** The picture in this component. */
  Locator picture(String component) {
    return page.locator(component + " zoom-image .picture img");
  }

  /** Returns once the browser has a picture whole. */
  void awaitLoaded(Locator picture) {
    picture.scrollIntoViewIfNeeded();
    page.waitForCondition(() -> Boolean.TRUE.equals(picture.evaluate(IS_LOADED)));
  }

  /** Names above the columns of the picture in this component. */
  Locator columnNames(String component) {
    return page.locator(component + " zoom-image > .columns span");
  }

  /** What the cells of the confusion matrix of generated faces say, row by row. */
  List<List<Integer>> confusion() {
    return page.locator("confusion-matrix[heading='Generated faces'] tbody tr").all().stream()
        .map(row -> row.locator("td").all().stream().map(DashboardPage::count).toList())
        .toList();
  }

  /** Opens the page of this name in the header. */
  void go(String name) {
    page.getByRole(AriaRole.LINK, named(name)).first().click();
  }

  /** Drops a photo on the page that asks for one. */
  void choosePhoto(byte[] png) {
    page.locator("input[name=photo]").setInputFiles(new FilePayload("me.png", "image/png", png));
  }

  /** The group of labels that a photo is to change in. */
  void chooseGroup(String name) {
    page.getByRole(AriaRole.COMBOBOX, named("Change"))
        .selectOption(new SelectOption().setLabel(name));
  }

  /** A chip of labels under this heading. */
  Locator chip(String heading, String label) {
    return page.getByRole(AriaRole.GROUP, named(heading)).getByLabel(label);
  }

  void makeExpressions() {
    page.getByRole(AriaRole.BUTTON, named("Make expressions")).click();
  }

  Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  String address() {
    return page.url();
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Errors that no code of the page caught. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }

  /** A cell shows its share and, small, its count; nothing is a dot. */
  private static int count(Locator cell) {
    return cell.locator(".zero").count() > 0
        ? 0
        : Integer.parseInt(cell.locator("small").innerText());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
