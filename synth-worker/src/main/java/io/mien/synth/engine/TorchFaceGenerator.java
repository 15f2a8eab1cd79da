package io.mien.synth.engine;

import io.mien.networks.inference.FaceGenerator;
import java.util.ArrayList;
import java.util.List;

/** A generator of faces of nobody, loaded. */
record TorchFaceGenerator(FaceGenerator generator) implements Network {

  @Override
  public List<Answer> answer(List<Wish> wishes) {
    List<Wish.Stranger> strangers = wishes.stream().map(Wish.Stranger.class::cast).toList();
    List<Answer> faces = new ArrayList<>();
    while (faces.size() < strangers.size()) {
      int start = faces.size();
      Wish.Stranger first = strangers.get(start);
      generator
          .generate(first.seed(), first.number(), consecutive(strangers, start))
          .forEach(face -> faces.add(new Answer.Drawn(face)));
    }
    return faces;
  }

  /** How many wishes from a place on are for consecutive numbers of one seed. */
  private static int consecutive(List<Wish.Stranger> strangers, int start) {
    Wish.Stranger first = strangers.get(start);
    int count = 1;
    while (start + count < strangers.size()
        && strangers
            .get(start + count)
            .equals(new Wish.Stranger(first.seed(), first.number() + count))) {
      count++;
    }
    return count;
  }

  @Override
  public long bytes() {
    return generator.bytes();
  }

  @Override
  public void close() {
    generator.close();
  }
}
