package io.mien.synth.reuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items that were made, each in an object whose key is the digest of all that went into it but
 * the labels: to find none takes one request, however many there are. The images lie with the
 * attempt that made them, and go when that does. Of two tasks that make other labels of an item
 * side by side the last to end counts, and what the other made is made anew some day. Thread-safe.
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

  /** What goes into the digest of a key. */
  private record Key(String maker, ItemIdentity item) {}

  /** What was made of an equal item; its images may be gone. */
  public MadeItem find(ItemIdentity item) {
    String key = key(item);
    // Most items are new: what the store says of an object that GET misses is XML, and costs more
    if (store.size(BUCKET, key).isEmpty()) {
      return MadeItem.NONE;
    }
    try (InputStream json = store.open(BUCKET, key)) {
      MadeItem found = WireJson.MAPPER.readValue(json, MadeItem.class);
      return Objects.requireNonNullElse(found, MadeItem.NONE);
    } catch (InvalidInput none) {
      return MadeItem.NONE;
    } catch (JsonProcessingException e) {
      LOG.warn("What was made before, {}, cannot be read; it is made anew", key, e);
      return MadeItem.NONE;
    } catch (IOException e) {
      throw new Unavailable("store-unavailable", "Read what was made before, " + key, e);
    }
  }

  /** Whether an image is still where it was, by its size. */
  public boolean isThere(MadeImage made) {
    ObjectRef image = made.image().image();
    return store
        .size(image.bucket(), image.key())
        .filter(size -> size == image.bytes())
        .isPresent();
  }

  /** Remembers what was made of an item, instead of what was remembered before. */
  public void remember(ItemIdentity item, MadeItem made) {
    store.put(BUCKET, key(item), json(made), "application/json");
  }

  /** Forgets what cannot be taken over. */
  public void forget(ItemIdentity item) {
    store.delete(BUCKET, key(item));
  }

  private String key(ItemIdentity item) {
    return ObjectKeys.made(Sha256.of(json(new Key(maker, item))));
  }

  private static byte[] json(Object value) {
    try {
      return WireJson.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
