package io.mien.contracts.object;

/**
 * A set of objects under one prefix; it exists when its manifest does.
 *
 * @param prefix key prefix, ending in a slash
 * @param manifest the object that was written last and lists or describes the others
 */
public record PrefixRef(Bucket bucket, String prefix, ObjectRef manifest) {

  public PrefixRef {
    if (!prefix.endsWith("/")) {
      throw new IllegalArgumentException("A prefix ends in '/': '" + prefix + "'");
    }
  }
}
