package io.mien.train;

import io.mien.contracts.result.Verification;
import io.mien.contracts.result.Verification.Acceptance;
import io.mien.networks.image.ImageSet;
import io.mien.networks.training.ClassifierTrainer;
import io.mien.networks.verification.Estimate;
import io.mien.networks.verification.FacePairs;
import io.mien.networks.verification.PairVerification;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures a classifier of people on others, whom it has never seen. */
final class PeopleVerification {

  private PeopleVerification() {}

  /**
   * @param unseen pictures of enough people, two or more of each
   */
  static Verification of(ClassifierTrainer trainer, ImageSet unseen) {
    float[][] logits =
        trainer.logits(
            IntStream.range(0, unseen.size()).mapToObj(i -> unseen.get(i).image()).toList());
    return result(PairVerification.of(FacePairs.of(logits, people(unseen))), unseen.size());
  }

  private static Verification result(PairVerification found, int pictures) {
    return new Verification(
        found.people(),
        pictures,
        found.same(),
        found.different(),
        estimate(found.area()),
        estimate(found.equalErrorRate()),
        new Acceptance(
            found.threshold(), found.falseAcceptRate(), estimate(found.trueAcceptRate())));
  }

  private static Verification.Estimate estimate(Estimate found) {
    return new Verification.Estimate(found.value(), found.low(), found.high());
  }

  private static int[] people(ImageSet unseen) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] people = new int[unseen.size()];
    for (int i = 0; i < people.length; i++) {
      String subject = unseen.get(i).subject();
      numbers.putIfAbsent(subject, numbers.size());
      people[i] = numbers.getOrDefault(subject, 0);
    }
    return people;
  }
}
