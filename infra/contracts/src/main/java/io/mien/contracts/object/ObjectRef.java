package io.mien.contracts.object;

/**
 * One immutable object.
 *
 * @param key key inside the bucket, without a leading slash
 * @param bytes size
 * @param sha256 lower-case hexadecimal digest of the content
 */
public record ObjectRef(Bucket bucket, String key, long bytes, String sha256) {

  public ObjectRef {
    if (key.isBlank() || key.startsWith("/") || key.contains("//")) {
      throw new IllegalArgumentException("Not an object key: '" + key + "'");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("Size of '" + key + "' is negative: " + bytes);
    }
  }
}
