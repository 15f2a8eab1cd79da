package io.mien.orchestrator.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One visit of the dashboard, by somebody new; remembers what the page asked for and complained of.
 */
final class DashboardPage implements AutoCloseable {

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

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
