package io.mien.synth.quality;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.QualityGate;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.FaceLikeness;
import io.mien.synth.engine.LoadedClassifier;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.form.Resized;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures images by networks that had no part in generating them. These take the same crops, in a
 * size of their own. Thread-safe.
 */
final class FaceJudge implements AutoCloseable {

  private final QualityGate gate;
  private final @Nullable LoadedClassifier classifier;
  private final @Nullable LoadedClassifier embedder;

  private FaceJudge(
      QualityGate gate,
      @Nullable LoadedClassifier classifier,
      @Nullable LoadedClassifier embedder) {
    this.gate = gate;
    this.classifier = classifier;
    this.embedder = embedder;
  }

  static FaceJudge open(SynthEngine engine, QualityGate gate, Requester requester) {
    LoadedClassifier classifier =
        gate.classifier() == null ? null : engine.openClassifier(gate.classifier(), requester);
    try {
      LoadedClassifier embedder =
          gate.embedder() == null ? null : engine.openClassifier(gate.embedder(), requester);
      return new FaceJudge(gate, classifier, embedder);
    } catch (RuntimeException | Error e) {
      if (classifier != null) {
        classifier.close();
      }
      throw e;
    }
  }

  /** What the embedder makes of the photos that were measured against before. */
  static final class KnownPhotos {

    private final Map<RgbImage, float[]> logits = new IdentityHashMap<>();

    private boolean isNew(RgbImage photo) {
      return !logits.containsKey(photo);
    }

    private float[] of(RgbImage photo) {
      return Objects.requireNonNull(logits.get(photo));
    }
  }

  /**
   * Measures image i against photo i and label i.
   *
   * @param known kept by the caller for as long as the photos are the same
   * @throws InvalidInput {@code label-not-judged} when something is to be reached that cannot be
   *     measured, {@code not-measurable} when a network gives no numbers
   */
  List<ImageQuality> measure(
      List<RgbImage> photos, List<String> labels, List<RgbImage> images, KnownPhotos known) {
    List<float[]> shown = classifier == null ? List.of() : logits(classifier, images);
    List<Double> identity =
        embedder == null ? List.of() : identity(embedder, photos, images, known);
    List<ImageQuality> qualities = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      Double likeness = embedder == null ? null : identity.get(i);
      qualities.add(
          classifier == null
              ? new ImageQuality(null, null, likeness)
              : judged(classifier, shown.get(i), labels.get(i), likeness));
    }
    return qualities;
  }

  private ImageQuality judged(
      LoadedClassifier judge, float[] logits, String label, @Nullable Double identity) {
    List<String> names = judge.labels().names();
    int wanted = names.indexOf(label);
    if (wanted < 0 && gate.target() != null) {
      throw new InvalidInput(
          "label-not-judged",
          "Measure whether an image shows '%s': the classifier knows %s. Name one that knows it, or no threshold for the label."
              .formatted(label, names));
    }
    double[] probabilities = judge.probabilities(logits);
    String shown = names.get(ExpressionClassifier.best(logits));
    return new ImageQuality(wanted < 0 ? null : probabilities[wanted], shown, identity);
  }

  private static List<Double> identity(
      LoadedClassifier judge, List<RgbImage> photos, List<RgbImage> images, KnownPhotos known) {
    List<RgbImage> fresh = photos.stream().filter(known::isNew).distinct().toList();
    List<RgbImage> faces = Stream.concat(fresh.stream(), images.stream()).toList();
    List<float[]> logits = logits(judge, faces);
    for (int i = 0; i < fresh.size(); i++) {
      known.logits.put(fresh.get(i), logits.get(i));
    }
    List<Double> likeness = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      float[] ofImage = logits.get(fresh.size() + i);
      likeness.add(FaceLikeness.of(known.of(photos.get(i)), ofImage));
    }
    return likeness;
  }

  private static List<float[]> logits(LoadedClassifier judge, List<RgbImage> faces) {
    List<float[]> rows =
        judge.logits(faces.stream().map(face -> Resized.square(face, judge.imageSize())).toList());
    for (float[] row : rows) {
      for (float logit : row) {
        if (!Float.isFinite(logit)) {
          throw new InvalidInput(
              "not-measurable",
              "Measure an image: the classifier of %s gives %s. Name another."
                  .formatted(judge.labels().names(), logit));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() {
    if (classifier != null) {
      classifier.close();
    }
    if (embedder != null) {
      embedder.close();
    }
  }
}
