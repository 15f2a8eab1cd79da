package io.mien.cli;

import io.mien.cli.client.ProblemException;
import io.mien.cli.client.ServerAway;
import io.mien.cli.command.AuditCommand;
import io.mien.cli.command.CheckpointCommand;
import io.mien.cli.command.DatasetCommand;
import io.mien.cli.command.DeadCommand;
import io.mien.cli.command.EvaluationCommand;
import io.mien.cli.command.FacesCommand;
import io.mien.cli.command.KeyCommand;
import io.mien.cli.command.LineageCommand;
import io.mien.cli.command.QueueCommand;
import io.mien.cli.command.RunCommand;
import io.mien.cli.command.ScheduleCommand;
import io.mien.cli.command.StatusCommand;
import io.mien.cli.command.SynthCommand;
import io.mien.cli.command.WebhookCommand;
import io.mien.cli.command.WhyCommand;
import io.mien.cli.command.WorkerCommand;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WebhookId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Entry point of the command line. Exit codes: 0 done, 1 the work failed, 2 the call was wrong, 3
 * the server is away.
 */
@Command(
    name = "mien",
    mixinStandardHelpOptions = true,
    version = "mien 0.1.0",
    description = "The same face, another expression.",
    subcommands = {
      StatusCommand.class,
      DatasetCommand.class,
      RunCommand.class,
      ScheduleCommand.class,
      SynthCommand.class,
      FacesCommand.class,
      CheckpointCommand.class,
      EvaluationCommand.class,
      WhyCommand.class,
      QueueCommand.class,
      WorkerCommand.class,
      DeadCommand.class,
      KeyCommand.class,
      WebhookCommand.class,
      AuditCommand.class,
      LineageCommand.class
    })
public final class Mien implements Runnable {

  public static final int FAILED = 1;
  public static final int WRONG_CALL = 2;
  public static final int SERVER_AWAY = 3;

  @Spec private CommandSpec spec;

  public static void main(String... args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line with every command that is installed. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Mien());
    ServiceLoader.load(CommandProvider.class)
        .forEach(provider -> provider.commands().forEach(line::addSubcommand));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(RunId.class, RunId::fromString);
    line.registerConverter(WebhookId.class, WebhookId::fromString);
    line.registerConverter(DeliveryId.class, DeliveryId::fromString);
    line.setExecutionExceptionHandler((e, failed, parsed) -> explain(e, failed));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  private static int explain(Exception e, CommandLine failed) throws Exception {
    if (e instanceof ServerAway || e instanceof Unavailable) {
      failed.getErr().println("mien: " + e.getMessage());
      return SERVER_AWAY;
    }
    if (e instanceof IllegalArgumentException) {
      failed.getErr().println("mien: " + e.getMessage());
      return WRONG_CALL;
    }
    if (e instanceof IOException file) {
      failed.getErr().println("mien: " + sentence(file));
      return FAILED;
    }
    if (e instanceof ProblemException
        || e instanceof InvalidInput
        || e instanceof UncheckedIOException) {
      failed.getErr().println("mien: " + e.getMessage());
      return FAILED;
    }
    throw e;
  }

  /** The JDK names no more than the file in most of these. */
  private static String sentence(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "Used " + denied.getFile() + ": permission denied.";
    }
    if (e instanceof NoSuchFileException missing) {
      return "Used " + missing.getFile() + ": there is no such file or folder.";
    }
    if (e instanceof FileAlreadyExistsException there) {
      return "Made the folder " + there.getFile() + ": there is a file of this name.";
    }
    return "Read or wrote files: " + e.getMessage();
  }
}
