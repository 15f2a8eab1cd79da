package io.mien.synth.engine;

import io.mien.networks.inference.ExpressionGenerator;
import java.util.List;

/** A StarGAN's generator, loaded. */
record TorchExpressionGenerator(ExpressionGenerator generator) implements Network {

  @Override
  public List<Answer> answer(List<Wish> wishes) {
    List<Wish.Expression> expressions = wishes.stream().map(Wish.Expression.class::cast).toList();
    return generator
        .translate(
            expressions.get(0).group(),
            expressions.stream().map(Wish.Expression::face).toList(),
            expressions.stream().map(Wish.Expression::label).toList())
        .stream()
        .<Answer>map(Answer.Drawn::new)
        .toList();
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
