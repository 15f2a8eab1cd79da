package io.mien.local.memory;

import io.mien.local.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processes of a system by name: the applications, PostgreSQL's, and this one, which holds
 * Kafka and the object store.
 */
public final class SystemProcesses {

  private SystemProcesses() {}

  public static Map<String, List<Long>> of(LocalSystem system) {
    Map<String, List<Long>> pids = new HashMap<>();
    system.pids().forEach((app, pid) -> pids.put(app.directory(), List.of(pid)));
    pids.put("kafka-and-objects", List.of(ProcessHandle.current().pid()));
    pids.put("postgresql", postgreSql(system.settings().data()));
    return pids;
  }

  private static List<Long> postgreSql(Path data) {
    try {
      long postmaster =
          Long.parseLong(
              Files.readAllLines(data.resolve("postgresql/data/postmaster.pid")).get(0).strip());
      return ProcessHandle.of(postmaster).stream()
          .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
          .map(ProcessHandle::pid)
          .toList();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException notRunning) {
      return List.of();
    }
  }
}
