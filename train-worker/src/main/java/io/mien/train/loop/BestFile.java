package io.mien.train.loop;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code best.json} beside a training state: which state has been the best until then. */
public final class BestFile {

  static final String NAME = "best.json";

  private BestFile() {}

  static void write(Path folder, BestCheckpoint best) {
    try {
      Files.write(folder.resolve(NAME), WireJson.MAPPER.writeValueAsBytes(best));
    } catch (IOException e) {
      throw new UncheckedIOException("Write the best state's name to " + folder, e);
    }
  }

  /**
   * The best state that lies beside a published training state, moved to this attempt, which from
   * here on owns it; none when that training kept none. Of one that is gone its value is left.
   */
  public static Optional<EarlierBest> takeOver(
      ObjectStore store, PrefixRef state, TaskContext context) {
    String key = state.prefix() + NAME;
    if (store.size(state.bucket(), key).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream json = store.open(state.bucket(), key)) {
      BestCheckpoint best = WireJson.MAPPER.readValue(json, BestCheckpoint.class);
      if (store.size(Bucket.MODELS, best.checkpoint().manifest().key()).isEmpty()) {
        // A later one beat it, which the steps from here find again
        return Optional.of(new EarlierBest(best.value(), null));
      }
      Path folder = context.workDirectory().resolve("best-before");
      ObjectSet.download(store, best.checkpoint(), folder);
      PrefixRef own =
          context
              .outputs()
              .putDirectory(Bucket.MODELS, name(best.iteration()), folder, CheckpointManifest.FILE);
      return Optional.of(
          new EarlierBest(
              best.value(),
              new BestCheckpoint(own, best.iteration(), best.measure(), best.value())));
    } catch (IOException e) {
      throw new UncheckedIOException("Read the best state's name " + key, e);
    }
  }

  /** Relative to the attempt's prefix. */
  static String name(long iteration) {
    return "best/" + iteration;
  }
}
