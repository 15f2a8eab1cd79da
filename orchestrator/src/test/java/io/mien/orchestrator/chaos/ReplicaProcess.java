package io.mien.orchestrator.chaos;

import io.mien.orchestrator.RunningOrchestrator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A replica of the orchestrator in a process of its own. */
final class ReplicaProcess {

  private ReplicaProcess() {}

  static JavaProcess start(Map<String, String> settings) throws IOException {
    return JavaProcess.start(
        ReplicaProcess.class,
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings =
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    RunningOrchestrator replica = new RunningOrchestrator(settings).start();
    while (System.in.read() >= 0) {
      // Lives as long as the test does
    }
    replica.close();
  }
}
