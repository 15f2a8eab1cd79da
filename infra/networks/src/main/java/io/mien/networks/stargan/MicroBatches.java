package io.mien.networks.stargan;

import java.util.function.Consumer;

/**
 * The batches whose gradients make up one step (gradient accumulation): together as one large
 * batch, of which only a part is in memory at a time.
 */
public interface MicroBatches {
  /** How many; all of one size. */
  int count();

  /**
   * Hands each batch over in order. It is closed, with all that was computed in its manager, when
   * {@code use} returns. Called again, it makes the same batches again.
   */
  void forEach(Consumer<StarGanBatch> use);

  /** One batch, which its maker closes. */
  static MicroBatches of(StarGanBatch batch) {
    return new MicroBatches() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public void forEach(Consumer<StarGanBatch> use) {
        use.accept(batch);
      }
    };
  }
}
