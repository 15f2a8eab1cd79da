package io.mien.store.minio;

import io.mien.store.ObjectStoreConfig;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/** How this account connects to the store. */
final class Connections {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(30);

  private Connections() {}

  static MinioClient client(ObjectStoreConfig config) {
    return MinioClient.builder()
        .endpoint(config.endpoint().toString())
        .credentials(config.accessKey(), config.secretKey())
        .httpClient(httpClient(), true)
        .build();
  }

  static MinioAsyncClient asyncClient(ObjectStoreConfig config) {
    return MinioAsyncClient.builder()
        .endpoint(config.endpoint().toString())
        .credentials(config.accessKey(), config.secretKey())
        .httpClient(httpClient(), true)
        .build();
  }

  /** Signs links to where people reach the store; asks it nothing. */
  static MinioClient publicClient(ObjectStoreConfig config, URI endpoint, String region) {
    return MinioClient.builder()
        .endpoint(endpoint.toString())
        .region(region)
        .credentials(config.accessKey(), config.secretKey())
        .build();
  }

  static OkHttpClient httpClient() {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(TRANSFER_TIMEOUT)
        .writeTimeout(TRANSFER_TIMEOUT)
        .protocols(List.of(Protocol.HTTP_1_1))
        .addNetworkInterceptor(Connections::sendAtOnce)
        .build();
  }

  /**
   * OkHttp writes the head of a request and its content separately, and leaves Nagle's algorithm
   * on: the content would wait for the server's acknowledgement of the head, for which Linux takes
   * 40 ms.
   */
  private static Response sendAtOnce(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection != null) {
      connection.socket().setTcpNoDelay(true);
    }
    return chain.proceed(chain.request());
  }
}
