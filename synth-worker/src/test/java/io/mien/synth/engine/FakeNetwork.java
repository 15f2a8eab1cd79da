package io.mien.synth.engine;

import ai.djl.engine.EngineException;
import io.mien.networks.image.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws strangers of one pixel that shows their seed and number; lacks memory above a number of
 * images, and fails for one stranger.
 */
final class FakeNetwork implements Network {

  static final IllegalStateException POISON = new IllegalStateException("poison");

  final List<Integer> batches = new ArrayList<>();
  int room = Integer.MAX_VALUE;
  Wish poison = new Wish.Stranger(-1, -1);
  long bytes = 100;
  boolean closed;

  static RgbImage image(long seed, int number) {
    return new RgbImage(1, 1, new byte[] {(byte) seed, (byte) number, 0});
  }

  static EngineException lackOfMemory() {
    return new EngineException("CUDA out of memory. Tried to allocate 20.50 MiB. GPU 0 has");
  }

  @Override
  public List<Answer> answer(List<Wish> wishes) {
    batches.add(wishes.size());
    if (wishes.size() > room) {
      throw lackOfMemory();
    }
    if (wishes.contains(poison)) {
      throw POISON;
    }
    return wishes.stream()
        .map(Wish.Stranger.class::cast)
        .<Answer>map(stranger -> new Answer.Drawn(image(stranger.seed(), stranger.number())))
        .toList();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    closed = true;
  }
}
