package io.mien.synth.reuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items that were made, each in an object whose key is the digest of all that went into it: to
 * find none takes one request, however many there are. The images lie with the attempt that made
 * them, and go when that does. Thread-safe.
 */
public final class MadeItems {

  private static final Logger LOG = LoggerFactory.getLogger(MadeItems.class);
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
   * @param inputs digest of the crop, and of the photo that it is pasted into
   */
  public Optional<MadeItem> find(SynthesiseItems task, PreparedItem item, String inputs) {
    String key = key(task, item, inputs);
    // Most items are new: what the store says of an object that GET misses is XML, and costs more
    if (store.size(BUCKET, key).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream json = store.open(BUCKET, key)) {
      return Optional.ofNullable(WireJson.MAPPER.readValue(json, MadeItem.class))
          .filter(made -> isWhole(made, item));
    } catch (InvalidInput none) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      LOG.warn("What was made before, {}, cannot be read; it is made anew", key, e);
      return Optional.empty();
    } catch (IOException e) {
      throw new Unavailable("store-unavailable", "Read what was made before, " + key, e);
    }
  }

  /** Remembers what was made of an item, instead of what was remembered before. */
  public void remember(SynthesiseItems task, PreparedItem item, String inputs, MadeItem made) {
    try {
      byte[] json = WireJson.MAPPER.writeValueAsBytes(made);
      store.put(BUCKET, key(task, item, inputs), json, "application/json");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what cannot be taken over. */
  public void forget(SynthesiseItems task, PreparedItem item, String inputs) {
    store.delete(BUCKET, key(task, item, inputs));
  }

  private boolean isWhole(MadeItem made, PreparedItem item) {
    List<String> labels = made.images().stream().map(SynthesisedItem.Image::expression).toList();
    return labels.equals(item.labels())
        && made.images().stream().allMatch(image -> isThere(image.image()));
  }

  private boolean isThere(ObjectRef image) {
    return store
        .size(image.bucket(), image.key())
        .filter(size -> size == image.bytes())
        .isPresent();
  }

  private String key(SynthesiseItems task, PreparedItem item, String inputs) {
    return ObjectKeys.made(ItemIdentity.of(maker, task, item, inputs).sha256());
  }
}
