package io.mien.orchestrator.retention;

import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose the buckets are, as an object in them says. With another database than the one that they
 * were written for, every object would seem to belong to nobody.
 */
final class BucketOwner {

  private static final Logger LOG = LoggerFactory.getLogger(BucketOwner.class);

  private final ObjectStore store;
  private boolean warned;

  BucketOwner(ObjectStore store) {
    this.store = store;
  }

  /** Whether they are this installation's; buckets of nobody are from now on. */
  boolean is(UUID installation) {
    if (store.size(Bucket.DATASETS, ObjectKeys.OWNER).isEmpty()) {
      byte[] id = installation.toString().getBytes(StandardCharsets.UTF_8);
      store.put(Bucket.DATASETS, ObjectKeys.OWNER, id, "text/plain");
      LOG.info("The buckets belong to installation {} from now on.", installation);
    }
    String owner = read();
    boolean ours = owner.equals(installation.toString());
    if (!ours && !warned) {
      LOG.warn(
          "The buckets belong to installation {}, this is {}: objects whose task is not known here are kept. "
              + "Give each installation a namespace of its own; if this one is to have the buckets, delete '{}' from the bucket of datasets.",
          owner,
          installation,
          ObjectKeys.OWNER);
    }
    warned = !ours;
    return ours;
  }

  private String read() {
    try (InputStream in = store.open(Bucket.DATASETS, ObjectKeys.OWNER)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read whose the buckets are", e);
    }
  }
}
