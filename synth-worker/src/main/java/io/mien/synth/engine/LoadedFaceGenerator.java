package io.mien.synth.engine;

import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.RgbImage;
import java.util.ArrayList;
import java.util.List;

/** The generator of faces of nobody of a checkpoint, as one task uses it. Thread-safe. */
public final class LoadedFaceGenerator implements AutoCloseable {

  private static final String NO_GROUP = "";

  private final CheckpointUse use;

  LoadedFaceGenerator(CheckpointUse use) {
    this.use = use;
  }

  /** On which its images may be used, as far as the checkpoint tells. */
  public UsageTerms terms() {
    return use.terms();
  }

  /**
   * Faces {@code first} to {@code first + count - 1} of a seed; waits for them, and throws what
   * {@link LoadedGenerator#translate} throws.
   */
  public List<RgbImage> generate(long seed, int first, int count) {
    List<Wish> wishes = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      wishes.add(new Wish.Stranger(seed, number));
    }
    return use.draw(NO_GROUP, wishes);
  }

  @Override
  public void close() {
    use.close();
  }
}
