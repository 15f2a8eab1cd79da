package io.mien.orchestrator.task;

import io.mien.contracts.TaskState;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@link TransitionTable} as a Mermaid state diagram. */
final class Diagram {

  private Diagram() {}

  static String mermaid() {
    String moves =
        Arrays.stream(TaskState.values())
            .flatMap(from -> Arrays.stream(TaskState.values()).map(to -> arrow(from, to)))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining());
    String ends =
        Arrays.stream(TaskState.values())
            .filter(TaskState::isTerminal)
            .map(state -> "  " + state + " --> [*]\n")
            .collect(Collectors.joining());
    return "stateDiagram-v2\n  [*] --> " + TaskState.QUEUED + "\n" + moves + ends;
  }

  private static String arrow(TaskState from, TaskState to) {
    String triggers =
        Arrays.stream(TaskTrigger.values())
            .filter(trigger -> TransitionTable.next(from, trigger).filter(to::equals).isPresent())
            .map(TaskTrigger::name)
            .collect(Collectors.joining("<br/>"));
    return triggers.isEmpty() ? "" : "  " + from + " --> " + to + " : " + triggers + "\n";
  }
}
