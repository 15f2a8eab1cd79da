package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectStoreConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MinioObjectLinksIT {

  private static final Duration HOUR = Duration.ofHours(1);

  private final ObjectStoreConfig config = TestStore.config();

  @Test
  void linkNeedsNoKeys() throws Exception {
    try (MinioObjectStore store = new MinioObjectStore(config)) {
      store.createBuckets();
      byte[] page = "a report".getBytes(StandardCharsets.UTF_8);
      store.put(Bucket.REPORTS, "report.html", page, "text/html");
    }

    HttpResponse<String> response = get(links(config.endpoint()), "report.html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("a report");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(get(links(config.endpoint()), "none.html").statusCode()).isEqualTo(404);
  }

  @Test
  void linkLeadsToWherePeopleReachTheStore() {
    URI outside = URI.create("https://faces.example:8443");

    URI link = links(outside).link(Bucket.REPORTS, "report.html", HOUR);

    assertThat(link).hasScheme("https").hasHost("faces.example").hasPort(8443);
    assertThat(link).hasPath("/" + config.namespace() + "-reports/report.html");
    assertThat(link.getQuery()).contains("eu-west-7").contains("X-Amz-Expires=3600");
  }

  private MinioObjectLinks links(URI endpoint) {
    String region = endpoint.equals(config.endpoint()) ? "us-east-1" : "eu-west-7";
    return new MinioObjectLinks(config, endpoint, region);
  }

  private static HttpResponse<String> get(MinioObjectLinks links, String key) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(links.link(Bucket.REPORTS, key, HOUR)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
