package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.AuditView;
import io.mien.contracts.rest.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mien audit}: who changed what. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Show who changed what, newest first.")
public final class AuditCommand implements Runnable {

  private static final int SHOWN = 100;

  @Mixin private ServerOptions server;

  @Option(names = "--by", paramLabel = "KEY", description = "name or id of an API key")
  private @Nullable String by;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "how the action begins: DELETE, or 'POST /v1/runs'")
  private @Nullable String action;

  @Option(names = "--id", paramLabel = "ID", description = "of what was changed or made")
  private @Nullable String id;

  @Option(names = "--limit", defaultValue = "50", description = "at most, 1 to 200 (default: 50)")
  private int limit;

  @Override
  public void run() {
    String path =
        "/v1/audit?limit="
            + limit
            + parameter("key", by)
            + parameter("action", action)
            + parameter("id", id);
    Page<AuditView> page = server.client().get(path, new TypeReference<Page<AuditView>>() {});
    server.print(page, () -> show(page));
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void show(Page<AuditView> page) {
    Table table = new Table("AT", "KEY", "STATUS", "ACTION", "ID", "MADE", "ASKED FOR");
    page.items()
        .forEach(
            each ->
                table.row(
                    each.at(),
                    Objects.requireNonNullElse(each.keyName(), "–"),
                    each.status(),
                    each.action(),
                    Objects.requireNonNullElse(each.subject(), "–"),
                    Objects.requireNonNullElse(each.made(), "–"),
                    beginning(Objects.requireNonNullElse(each.details(), "–"))));
    table.print(System.out);
  }

  /** {@code --json} tells all of it. */
  private static String beginning(String details) {
    return details.length() <= SHOWN ? details : details.substring(0, SHOWN) + "…";
  }
}
