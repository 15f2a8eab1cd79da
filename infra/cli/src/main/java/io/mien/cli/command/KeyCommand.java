package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.KeyRequest;
import io.mien.contracts.rest.KeyView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien key}: API keys of clients, and what each may use. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Make, change and revoke the API keys of clients; say what each may use.",
    subcommands = {
      KeyCommand.ListAll.class,
      KeyCommand.Add.class,
      KeyCommand.Change.class,
      KeyCommand.Revoke.class
    })
public final class KeyCommand {

  private static void show(List<KeyView> keys) {
    Table table =
        new Table("ID", "NAME", "ROLE", "WEIGHT", "RUNNING", "AT MOST", "A MINUTE", "REVOKED");
    keys.forEach(
        key ->
            table.row(
                key.apiKeyId(),
                key.name(),
                key.role(),
                key.weight(),
                key.running(),
                limit(key.mostRunning()),
                limit(key.startsPerMinute()),
                key.revokedAt() == null ? "" : key.revokedAt()));
    table.print(System.out);
  }

  private static Object limit(@Nullable Integer limit) {
    return limit == null ? "-" : limit;
  }

  /** {@code mien key list}. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the keys.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      List<KeyView> keys = server.client().get("/v1/keys", new TypeReference<>() {});
      server.print(keys, () -> show(keys));
    }
  }

  /** {@code mien key add NAME}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Make a key and print it once.")
  static final class Add implements Runnable {

    @Mixin private ServerOptions server;
    @Mixin private Quotas quotas;

    @Parameters(paramLabel = "NAME", description = "of the client")
    private String name;

    @Option(
        names = "--role",
        defaultValue = "submitter",
        description = "viewer, submitter, operator or admin; submitter without it")
    private String role;

    @Override
    public void run() {
      KeyView key = server.client().post("/v1/keys", quotas.request(name, role), KeyView.class);
      server.print(key, () -> System.out.println(key.key()));
    }
  }

  /** {@code mien key change ID}. */
  @Command(
      name = "change",
      mixinStandardHelpOptions = true,
      description = "Change what a client may do and use; what is not given stays.")
  static final class Change implements Runnable {

    @Mixin private ServerOptions server;
    @Mixin private Quotas quotas;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--name", description = "of the client")
    private @Nullable String name;

    @Option(names = "--role", description = "viewer, submitter, operator or admin")
    private @Nullable String role;

    @Override
    public void run() {
      KeyView key =
          server.client().patch("/v1/keys/" + id, quotas.request(name, role), KeyView.class);
      server.print(key, () -> show(List.of(key)));
    }
  }

  /** {@code mien key revoke ID}. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Let a key open nothing any more; the work of its client goes on.")
  static final class Revoke implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public void run() {
      server.client().delete("/v1/keys/" + id);
      System.out.println("Key " + id + " is revoked");
    }
  }

  /** What a client may use. */
  static final class Quotas {

    @Option(names = "--weight", description = "share of the slots beside other clients; 1 at first")
    private @Nullable Integer weight;

    @Option(names = "--most-running", description = "tasks at once; -1 for no limit")
    private @Nullable Integer mostRunning;

    @Option(names = "--starts-per-minute", description = "tasks a minute; -1 for no limit")
    private @Nullable Integer startsPerMinute;

    KeyRequest request(@Nullable String name, @Nullable String role) {
      return new KeyRequest(name, role, weight, mostRunning, startsPerMinute);
    }
  }
}
