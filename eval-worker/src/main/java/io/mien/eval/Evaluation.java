package io.mien.eval;

import ai.djl.Device;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.EvaluationMeasures.Reconstruction;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.eval.measure.ConfusionMatrix;
import io.mien.eval.measure.TargetExpressionScore;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.PreparedDataset;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;

/**
 * One evaluation: the judge on real faces, the judge on generated faces, reconstruction, report.
 */
final class Evaluation {

  private final ObjectStore store;
  private final String device;

  Evaluation(ObjectStore store, String device) {
    this.store = store;
    this.device = device;
  }

  SynthesisEvaluated evaluate(EvaluateSynthesis task, TaskContext context) {
    PreparedDataset dataset = PreparedDataset.open(store, task.dataset(), context.workDirectory());
    SynthesisedFaces synthesised = SynthesisedFaces.open(store, task.synthesis());
    String group = judged(synthesised.group());
    TestFaces faces = TestFaces.read(dataset, group, context);
    Device where = DeviceChoice.resolve(device);
    Path classifierFolder = download(task.classifier(), "classifier", context);
    Path generatorFolder = download(task.generator(), "generator", context);
    try (ExpressionClassifier judge = ExpressionClassifier.load(classifierFolder, where);
        ExpressionGenerator generator = ExpressionGenerator.load(generatorFolder, where)) {
      requireKnown("the generator's", generator.labels(group).names(), judge);
      requireKnown("test faces of", faces.expressions(), judge);
      String training = GeneratorTraining.inWords(generatorFolder);
      EvaluationMeasures measures =
          measure(faces, synthesised, judge, generator, training, context)
              .withLeak(dataset.manifest().leak())
              .on(dataset.manifest().terms().and(synthesised.terms()));
      return new EvaluationFiles(store, context)
          .publish(task, measures, synthesised.gallery(faces));
    }
  }

  private static EvaluationMeasures measure(
      TestFaces faces,
      SynthesisedFaces synthesised,
      ExpressionClassifier judge,
      ExpressionGenerator generator,
      String training,
      TaskContext context) {
    List<String> labels = judge.labels().names();
    Verdicts verdicts = Verdicts.of(faces, judge, context);
    ConfusionMatrix real = verdicts.confusion(faces, labels);
    TargetExpressionScore score = synthesised.score(verdicts, judge, context);
    Reconstruction reconstruction =
        new CycleReconstruction(generator, synthesised.group()).measure(faces, context);
    return new EvaluationMeasures(
        real.accuracy(),
        score.accuracy(),
        score.macro(),
        score.copyAccuracy(),
        score.perExpression(),
        labels,
        score.confusion(),
        real.rows(),
        reconstruction,
        faces.subjects(),
        training);
  }

  private static String judged(String group) {
    if (group.equals(LabelGroups.ATTRIBUTES)) {
      throw new InvalidInput(
          "labels-differ",
          "Judge images with other attributes: a classifier tells apart expressions or poses. Synthesise one of these.");
    }
    return group;
  }

  private Path download(PrefixRef checkpoint, String name, TaskContext context) {
    Path folder = context.workDirectory().resolve(name);
    ObjectSet.download(store, checkpoint, folder);
    return folder;
  }

  private static void requireKnown(
      String what, List<String> expressions, ExpressionClassifier judge) {
    List<String> known = judge.labels().names();
    if (!known.containsAll(expressions)) {
      throw new InvalidInput(
          "labels-differ",
          "Judge %s %s with a classifier that knows %s: train it on a dataset with all of them."
              .formatted(what, expressions, known));
    }
  }
}
