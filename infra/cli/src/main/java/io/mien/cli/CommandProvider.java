package io.mien.cli;

import java.util.List;

/**
 * Adds commands to {@code mien} where more than the client is installed: {@code up}, {@code demo}
 * and {@code logs} come from {@code infra/local}. Found by {@link java.util.ServiceLoader}.
 */
public interface CommandProvider {

  /** Objects annotated with picocli's {@code @Command}. */
  List<Object> commands();
}
