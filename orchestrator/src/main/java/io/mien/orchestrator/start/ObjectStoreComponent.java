package io.mien.orchestrator.start;

import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectStore;

/** The object store with all buckets. */
public final class ObjectStoreComponent implements Component {

  public static final String NAME = "object-store";

  private final ObjectStore store;

  public ObjectStoreComponent(ObjectStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void prepare() {
    store.createBuckets();
  }

  @Override
  public void check() {
    store.size(Bucket.MODELS, "health");
  }
}
