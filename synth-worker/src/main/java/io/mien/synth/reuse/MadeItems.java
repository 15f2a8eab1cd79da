package io.mien.synth.reuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The items that were made, each in an object whose key is the digest of all that went into it: a
 * lookup takes one request, however many there are. The images lie with the attempt that made them,
 * and go when that does. Thread-safe.
 */
public final class MadeItems {

  private static final Bucket BUCKET = Bucket.SYNTHESES;

  private final ObjectStore store;
  private final String maker;

  /**
   * @param maker what else decides how images look: code and marks of the worker
   */
  public MadeItems(ObjectStore store, String maker) {
    this.store = store;
    this.maker = maker;
  }

  /**
   * What was made of an equal item; empty when there was none, or one of its images is gone.
   *
   * @param crop SHA-256 of the crop's file
   */
  public Optional<MadeItem> find(SynthesiseItems task, PreparedItem item, String crop) {
    String key = key(task, item, crop);
    if (store.size(BUCKET, key).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream json = store.open(BUCKET, key)) {
      MadeItem made = WireJson.MAPPER.readValue(json, MadeItem.class);
      return Optional.of(made).filter(this::isWhole);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what was made before, " + key, e);
    }
  }

  /** Remembers what was made of an item, instead of what was remembered before. */
  public void remember(SynthesiseItems task, PreparedItem item, String crop, MadeItem made) {
    try {
      byte[] json = WireJson.MAPPER.writeValueAsBytes(made);
      store.put(BUCKET, key(task, item, crop), json, "application/json");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWhole(MadeItem made) {
    return made.images().stream().allMatch(image -> isThere(image.image()));
  }

  private boolean isThere(ObjectRef image) {
    return store
        .size(image.bucket(), image.key())
        .filter(size -> size == image.bytes())
        .isPresent();
  }

  private String key(SynthesiseItems task, PreparedItem item, String crop) {
    return ObjectKeys.made(ItemIdentity.of(maker, task, item, crop).sha256());
  }
}
