package io.mien.train;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.result.ClassifierMeasures;
import io.mien.contracts.result.ClassifierMeasures.SeedAccuracy;
import io.mien.contracts.result.ClassifierMeasures.SeedSpread;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.Verification;
import io.mien.networks.calibration.Calibration;
import io.mien.networks.calibration.CalibrationError;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.training.ClassifierAssessment;
import io.mien.networks.training.EpochScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assessment in the words of the contracts: every rate with its size and interval. */
final class ClassifierResult {

  private ClassifierResult() {}

  static ClassifierMeasures of(ClassifierAssessment assessment, @Nullable SplitLeak leak) {
    List<String> labels = labels(assessment);
    List<List<Integer>> confusion = labels.isEmpty() ? List.of() : assessment.confusion();
    List<SeedAccuracy> seeds = assessment.seeds().stream().map(ClassifierResult::seed).toList();
    return new ClassifierMeasures(
        labels,
        rate(assessment.kept()),
        confusion,
        recall(labels, confusion),
        calibration(assessment.calibration()),
        seeds,
        SeedSpread.of(seeds),
        leak);
  }

  /** None of people: their matrix would be as large as nobody can read. */
  private static List<String> labels(ClassifierAssessment assessment) {
    LabelGroup group = assessment.labels();
    return group.name().equals(LabelGroups.SUBJECT) ? List.of() : group.names();
  }

  /** What a checkpoint says of itself. */
  static Map<String, Double> noted(ClassifierMeasures measures) {
    Map<String, Double> noted = new LinkedHashMap<>();
    noted.put("validationAccuracy", measures.accuracy().value());
    Verification verification = measures.verification();
    if (verification != null) {
      Verification.Acceptance acceptance = verification.acceptance();
      noted.put("verificationAreaUnderCurve", verification.areaUnderCurve().value());
      noted.put("verificationEqualErrorRate", verification.equalErrorRate().value());
      noted.put("verificationThreshold", acceptance.threshold());
      noted.put("verificationFalseAcceptRate", acceptance.falseAcceptRate());
      noted.put("verificationTrueAcceptRate", acceptance.trueAcceptRate().value());
    }
    return noted;
  }

  private static SeedAccuracy seed(EpochScore score) {
    return new SeedAccuracy(score.seed(), score.epoch(), rate(score));
  }

  private static Rate rate(EpochScore score) {
    return Rate.of(score.hits(), score.total());
  }

  private static Map<String, Rate> recall(List<String> labels, List<List<Integer>> confusion) {
    Map<String, Rate> recall = new LinkedHashMap<>();
    for (int label = 0; label < labels.size(); label++) {
      List<Integer> row = confusion.get(label);
      int total = row.stream().mapToInt(Integer::intValue).sum();
      recall.put(labels.get(label), Rate.of(row.get(label), total));
    }
    return recall;
  }

  private static ClassifierMeasures.Calibration calibration(Calibration fitted) {
    return new ClassifierMeasures.Calibration(
        fitted.temperature(),
        fitted.errorBefore(),
        fitted.errorAfter(),
        CalibrationError.BINS,
        fitted.images());
  }
}
