package io.mien.synth.engine;

import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import java.util.List;
import java.util.stream.Stream;

/** A classifier, loaded. */
record TorchClassifier(ExpressionClassifier classifier) implements Network {

  @Override
  public List<Answer> answer(List<Wish> wishes) {
    List<RgbImage> faces =
        wishes.stream()
            .map(Wish.Classification.class::cast)
            .map(Wish.Classification::face)
            .toList();
    return Stream.of(classifier.logits(faces)).<Answer>map(Answer.Logits::new).toList();
  }

  @Override
  public long bytes() {
    return classifier.bytes();
  }

  @Override
  public void close() {
    classifier.close();
  }
}
