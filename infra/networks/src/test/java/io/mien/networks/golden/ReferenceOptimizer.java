package io.mien.networks.golden;

import io.mien.networks.optimizer.Adam;
import io.mien.networks.optimizer.AdamSpec;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.optimizer.RmsProp;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An optimiser as a reference file writes it: {@code Adam(2e-4,0.5,0.999,eps=1e-8)}. */
record ReferenceOptimizer(String rule, List<Double> numbers) {
  private static final Pattern NUMBER = Pattern.compile("[=(,](\\d+(?:\\.\\d+)?(?:e-\\d+)?)");

  static ReferenceOptimizer parse(String text) {
    List<Double> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(Double.parseDouble(matcher.group(1)));
    }
    return new ReferenceOptimizer(text.substring(0, text.indexOf('(')), numbers);
  }

  double rate() {
    return numbers.get(0);
  }

  Optimizer over(Parameters weights) {
    return switch (rule) {
      case "Adam" -> new Adam(weights, AdamSpec.of(rate(), numbers.get(1), numbers.get(2)));
      case "RMSprop" -> new RmsProp(weights, numbers.get(1));
      default -> throw new IllegalArgumentException(rule);
    };
  }
}
