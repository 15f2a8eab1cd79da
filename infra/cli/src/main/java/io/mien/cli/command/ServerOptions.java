package io.mien.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.Connection;
import io.mien.cli.client.MienClient;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command has which talks to a server. */
public final class ServerOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      defaultValue = "${env:MIEN_URL}",
      description =
          "address of the orchestrator; by default $MIEN_URL, else the system that 'mien up'"
              + " started on this machine")
  private @Nullable URI url;

  @Option(
      names = "--key",
      defaultValue = "${env:MIEN_KEY}",
      description = "API key; by default $MIEN_KEY, else the one that 'mien up' made")
  private @Nullable String key;

  @Option(names = "--json", description = "print JSON instead of text")
  private boolean json;

  /** A client of the server that the options, the environment or the saved connection name. */
  public MienClient client() {
    Optional<Connection> saved = Connection.saved();
    URI address = url != null ? url : saved.map(Connection::url).orElse(null);
    String bearer = key != null ? key : saved.map(Connection::key).orElse(null);
    if (address == null || bearer == null) {
      throw new ParameterException(
          spec.commandLine(),
          "No server is known: start one with 'mien up', or give --url and --key (or MIEN_URL and"
              + " MIEN_KEY).");
    }
    return new MienClient(new Connection(address, bearer, ""));
  }

  /** Prints the value as JSON when {@code --json} was given; otherwise runs the text form. */
  public void print(Object value, Runnable text) {
    print(value, text, ClientJson.MAPPER.writer());
  }

  /** As {@link #print}, with the JSON in one line: for values that come one after the other. */
  void printLine(Object value, Runnable text) {
    print(value, text, ClientJson.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT));
  }

  /** Runs it unless {@code --json} was given: what people see and programs do not need. */
  void text(Runnable text) {
    if (!json) {
      text.run();
    }
  }

  private void print(Object value, Runnable text, ObjectWriter writer) {
    if (!json) {
      text.run();
      return;
    }
    try {
      System.out.println(writer.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
