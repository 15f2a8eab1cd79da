package io.mien.testkit;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The S3 server of this test JVM. */
public final class TestObjectStore {

  TestObjectStore() {}

  public URI endpoint() {
    return URI.create(address("endpoint"));
  }

  public String accessKey() {
    return address("access-key");
  }

  public String secretKey() {
    return address("secret-key");
  }

  /** A first part of bucket names that no other test has. */
  public String freshNamespace() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  /** Takes the server away; clients get connection errors until {@link #start()}. */
  public void stop() {
    TestServers.call("object-store/stop", Map.of());
  }

  /** Brings the server back on the same port with the same objects. */
  public void start() {
    TestServers.call("object-store/start", Map.of());
  }

  private static String address(String key) {
    return Required.value(TestServers.call("object-store/address", Map.of()), key);
  }
}
