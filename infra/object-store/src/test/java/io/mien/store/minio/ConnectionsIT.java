package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class ConnectionsIT {

  @Test
  void contentFollowsTheHeadOfARequestWithoutWaitingForItsAcknowledgement() throws Exception {
    List<Boolean> sendsAtOnce = new ArrayList<>();
    OkHttpClient client =
        Connections.httpClient()
            .newBuilder()
            .addNetworkInterceptor(
                chain -> {
                  sendsAtOnce.add(chain.connection().socket().getTcpNoDelay());
                  return chain.proceed(chain.request());
                })
            .build();
    Request unsigned =
        new Request.Builder()
            .url(TestStore.config().endpoint().toString())
            .put(RequestBody.create(new byte[1000]))
            .build();
    try (Response refused = client.newCall(unsigned).execute()) {
      assertThat(refused.isSuccessful()).isFalse();
    }

    assertThat(sendsAtOnce).containsExactly(true);
  }
}
