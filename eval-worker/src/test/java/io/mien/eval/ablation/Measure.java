package io.mien.eval.ablation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A column of the report: mean over test people, on the scale that is reported. */
enum Measure {
  ACCURACY("target-expression accuracy, %", SubjectScore::accuracy),
  IDENTITY("identity cosine of x and G(x, t)", SubjectScore::identity),
  RECOGNISED("recognised among the test people, %", SubjectScore::recognised),
  L1("reconstruction L1", SubjectScore::l1),
  PSNR("reconstruction PSNR, dB", SubjectScore::squared),
  SSIM("reconstruction SSIM", SubjectScore::ssim);

  private final String title;
  private final ToDoubleFunction<SubjectScore> field;

  Measure(String title, ToDoubleFunction<SubjectScore> field) {
    this.title = title;
    this.field = field;
  }

  String title() {
    return title;
  }

  double of(Measurement measurement) {
    return of(measurement.subjects());
  }

  double of(List<SubjectScore> subjects) {
    double mean = subjects.stream().mapToDouble(field).average().orElseThrow();
    return switch (this) {
      case ACCURACY, RECOGNISED -> 100 * mean;
      case PSNR -> -10 * Math.log10(mean);
      case IDENTITY, L1, SSIM -> mean;
    };
  }
}
