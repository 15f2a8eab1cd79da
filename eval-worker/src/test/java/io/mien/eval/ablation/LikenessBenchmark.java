package io.mien.eval.ablation;

import ai.djl.Device;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mien.contracts.dataset.Expressions;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.FaceLikeness;
import io.mien.networks.verification.Estimate;
import io.mien.networks.verification.FacePair;
import io.mien.networks.verification.FacePairs;
import io.mien.networks.verification.PairVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * By which of its numbers does a network of people tell others apart best: by the correlation of
 * its logits, or by the cosine of its pooled features less their mean over people whom it knows?
 * Drawn people; every pair of two pictures with different expressions, of one person or of two.
 * Trains a network for each seed, and prints a line for each and each measure.
 */
public final class LikenessBenchmark {
  private static final String USAGE = "LikenessBenchmark <people known> <folder> <seed>...";
  private static final int TEST_PEOPLE = 60;
  private static final int SHOTS = 2;
  private static final int THREADS = 2;

  private LikenessBenchmark() {}

  /** How alike two pictures are, by their indices. */
  private interface Likeness {
    double of(int one, int other);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      throw new IllegalArgumentException(USAGE);
    }
    System.setProperty("java.awt.headless", "true");
    TorchRuntime.useThreads(THREADS);
    AblationPlan plan = plan(Integer.parseInt(arguments[0]));
    AblationFaces faces = new AblationFaces(plan);
    for (String seed : List.of(arguments).subList(2, arguments.length)) {
      Path folder = Files.createDirectories(Path.of(arguments[1]).resolve(seed));
      new JudgeTraining(plan, folder, Long.parseLong(seed)).identities(faces.people());
      measure(faces, JudgeTraining.identities(folder), "seed " + seed);
    }
  }

  /** Only what determines the faces and the network of people. */
  private static AblationPlan plan(int known) {
    return new AblationPlan(
        64,
        Expressions.CANONICAL,
        0.85,
        0,
        known,
        TEST_PEOPLE,
        SHOTS,
        THREADS,
        0,
        List.of(),
        JsonNodeFactory.instance.objectNode(),
        Map.of());
  }

  private static void measure(AblationFaces faces, Path network, String name) {
    List<LabelledImage> test = faces.test();
    List<RgbImage> pictures = test.stream().map(LabelledImage::image).toList();
    try (ExpressionClassifier classifier = ExpressionClassifier.load(network, Device.cpu())) {
      float[][] logits = classifier.logits(pictures);
      print(name + ", logits  ", test, (i, j) -> FaceLikeness.of(logits[i], logits[j]));
    }
    try (IdentityEmbedder embedder = IdentityEmbedder.load(network, faces.knownFaces())) {
      double[][] features = embedder.embed(pictures);
      print(name + ", features", test, (i, j) -> IdentityEmbedder.cosine(features[i], features[j]));
    }
  }

  private static void print(String name, List<LabelledImage> test, Likeness likeness) {
    List<String> people = test.stream().map(LabelledImage::subject).distinct().toList();
    int[] person = test.stream().mapToInt(each -> people.indexOf(each.subject())).toArray();
    List<FacePair> pairs = new ArrayList<>();
    for (int i = 0; i < test.size(); i++) {
      for (int j = i + 1; j < test.size(); j++) {
        if (test.get(i).label() != test.get(j).label()) {
          pairs.add(new FacePair(likeness.of(i, j), person[i], person[j]));
        }
      }
    }
    PairVerification found = PairVerification.of(new FacePairs(people.size(), pairs));
    System.out.printf(
        Locale.ROOT,
        "%s: AUC %s, EER %s, true accepts at 1 %% false %s; %d people, %d and %d pairs%n",
        name,
        inWords(found.area()),
        inWords(found.equalErrorRate()),
        inWords(found.trueAcceptRate()),
        found.people(),
        found.same(),
        found.different());
  }

  private static String inWords(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.4f (%.4f to %.4f)", estimate.value(), estimate.low(), estimate.high());
  }
}
