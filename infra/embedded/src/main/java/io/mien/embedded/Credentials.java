package io.mien.embedded;

/** A name and its secret: database user and password, or S3 access key and secret key. */
public record Credentials(String name, String secret) {

  public Credentials {
    if (name.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("Credentials need a name and a secret, neither blank");
    }
  }

  /** Never shows the secret, so that credentials may appear in logs. */
  @Override
  public String toString() {
    return "Credentials[" + name + "]";
  }
}
