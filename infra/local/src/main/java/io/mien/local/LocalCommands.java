package io.mien.local;

import io.mien.cli.CommandProvider;
import io.mien.local.demo.DemoCommand;
import java.util.List;

/** Adds {@code up}, {@code demo} and {@code logs} to {@code mien}. */
public final class LocalCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(new UpCommand(), new DemoCommand(), new LogsCommand());
  }
}
