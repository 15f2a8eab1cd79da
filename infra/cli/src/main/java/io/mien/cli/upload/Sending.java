package io.mien.cli.upload;

import io.mien.cli.client.Digests;
import io.mien.cli.client.MienClient;
import io.mien.contracts.event.Progress;
import io.mien.contracts.rest.UploadCompletion;
import io.mien.contracts.rest.UploadLinks;
import io.mien.contracts.rest.UploadView;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One upload on its way: parts that have come already are compared and not sent again. */
final class Sending implements PartStream.PartTarget {

  /** Stores that encrypt give other tags; the digest of the whole then has to do. */
  private static final String MD5 = "[0-9a-f]{32}";

  private final MienClient client;
  private final UploadView upload;
  private final long total;
  private final Consumer<Progress> progress;
  private final LinkPut links = new LinkPut();
  private final Map<Integer, UploadView.Part> come = new HashMap<>();
  private final MessageDigest whole = Digests.of("SHA-256");
  private final long started = System.nanoTime();
  private long bytes;
  private long sent;

  /**
   * @param total bytes of all parts, about
   */
  Sending(MienClient client, UploadView upload, long total, Consumer<Progress> progress) {
    this.client = client;
    this.upload = upload;
    this.total = total;
    this.progress = progress;
    upload.parts().forEach(part -> come.put(part.number(), part));
  }

  @Override
  public void put(int number, byte[] content, int length) {
    whole.update(content, 0, length);
    if (!isThere(number, content, length)) {
      links.put(() -> link(number), content, length);
      sent += length;
    }
    bytes += length;
    progress.accept(reached(Math.max(total, bytes)));
  }

  /** What has been sent, once it is all. */
  UploadCompletion completion() {
    progress.accept(reached(bytes));
    return new UploadCompletion(bytes, HexFormat.of().formatHex(whole.digest()));
  }

  private boolean isThere(int number, byte[] content, int length) {
    if (upload.state() == UploadView.State.ASSEMBLED) {
      return true;
    }
    UploadView.Part part = come.get(number);
    if (part == null || part.bytes() != length) {
      return false;
    }
    MessageDigest md5 = Digests.of("MD5");
    md5.update(content, 0, length);
    return !part.etag().matches(MD5) || part.etag().equals(HexFormat.of().formatHex(md5.digest()));
  }

  private URI link(int number) {
    return client
        .post(
            "/v1/uploads/" + upload.uploadId() + "/links",
            new UploadLinks.Request(List.of(number)),
            UploadLinks.class)
        .links()
        .get(0)
        .url();
  }

  private Progress reached(long of) {
    double seconds = (System.nanoTime() - started) / 1e9;
    double mebibyte = 1 << 20;
    return new Progress(
        "upload " + upload.name(),
        "MiB",
        Math.round(bytes / mebibyte),
        Math.round(of / mebibyte),
        seconds > 0 ? sent / mebibyte / seconds : 0);
  }
}
