package io.mien.store;

import io.mien.contracts.object.Bucket;
import java.net.URI;
import java.time.Duration;

/** Presigned links, with which anybody can read an object for a while. Thread-safe. */
public interface ObjectLinks {

  /** Whether there is such an object is not asked. */
  URI link(Bucket bucket, String key, Duration validFor);
}
