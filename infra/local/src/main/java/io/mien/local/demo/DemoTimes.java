package io.mien.local.demo;

import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the demo took, in seconds.
 *
 * @param all from the start of the command to the end of the run
 * @param ready until the system was ready, part of {@code all}
 * @param steps by step, drawing included
 */
record DemoTimes(double all, double ready, Map<String, Double> steps) {

  static DemoTimes of(RunView run, Duration ready, Duration drawing, Duration all) {
    Map<String, Double> steps = new LinkedHashMap<>();
    steps.put("draw", seconds(drawing));
    for (StepView step : run.steps()) {
      TaskView task = step.task();
      Double seconds = task == null ? null : task.seconds();
      if (seconds != null) {
        steps.put(step.name(), seconds);
      }
    }
    return new DemoTimes(seconds(all), seconds(ready), steps);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
