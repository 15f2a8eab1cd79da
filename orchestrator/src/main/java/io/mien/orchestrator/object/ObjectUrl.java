package io.mien.orchestrator.object;

import io.mien.contracts.object.ObjectRef;

/** Where clients fetch an object: a URL relative to the orchestrator. */
public final class ObjectUrl {

  private ObjectUrl() {}

  public static String of(ObjectRef ref) {
    return "/v1/objects/" + ref.bucket().wireName() + "/" + ref.key();
  }
}
