package io.mien.local.demo;

import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import io.mien.local.memory.MemoryWatch;
import java.util.Map;

/**
 * {@code report.json}: what the demo measured.
 *
 * @param classifierAccuracy the judge on real test faces
 * @param targetExpressionAccuracy synthesised faces judged to show their target
 * @param copyAccuracy the same for copying the input
 * @param perExpression target expression accuracy by target
 * @param seconds in all and for each step
 * @param peakMemoryBytes of each process
 * @param peakMemoryTotalBytes highest sum of all processes at one moment
 */
record DemoReport(
    Rate classifierAccuracy,
    Rate targetExpressionAccuracy,
    double targetExpressionMacro,
    Rate copyAccuracy,
    Map<String, Rate> perExpression,
    DemoTimes seconds,
    Map<String, Long> peakMemoryBytes,
    long peakMemoryTotalBytes,
    Map<String, String> versions,
    EvaluationMeasures measures) {

  /**
   * @param device that trained
   */
  static DemoReport of(
      EvaluationMeasures measures, DemoTimes times, MemoryWatch memory, String device) {
    return new DemoReport(
        measures.classifierAccuracy(),
        measures.targetExpressionAccuracy(),
        measures.targetExpressionMacro(),
        measures.copyAccuracy(),
        measures.perExpression(),
        times,
        memory.peaks(),
        memory.peakTotal(),
        DemoVersions.current(device),
        measures);
  }
}
