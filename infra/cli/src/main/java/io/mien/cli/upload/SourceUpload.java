package io.mien.cli.upload;

import io.mien.cli.client.MienClient;
import io.mien.contracts.event.Progress;
import io.mien.contracts.rest.UploadRequest;
import io.mien.contracts.rest.UploadView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Sends a dataset, or the photos of a synthesis, to the object store. Killed and called again it
 * goes on where it was, because the server knows the upload by what is sent.
 */
public final class SourceUpload {

  private final MienClient client;
  private final Consumer<Progress> progress;

  public SourceUpload(MienClient client, Consumer<Progress> progress) {
    this.client = client;
    this.progress = progress;
  }

  /**
   * @return where it lies now, as the source of a dataset
   * @throws io.mien.contracts.failure.InvalidInput when it cannot be read
   */
  public URI send(Path source) {
    return send(source, Parcel.of(source));
  }

  /**
   * Sends a part of the source.
   *
   * @param parcel what of it is sent
   */
  public URI send(Path source, Parcel parcel) {
    UploadView upload =
        client.post(
            "/v1/uploads",
            new UploadRequest(parcel.name(), parcel.bytes(), parcel.fingerprint()),
            UploadView.class);
    if (upload.state() != UploadView.State.READY) {
      upload = send(source, parcel, upload);
    }
    return Objects.requireNonNull(upload.source(), "source of an upload that is ready");
  }

  private UploadView send(Path source, Parcel parcel, UploadView upload) {
    Sending sending = new Sending(client, upload, parcel.bytes(), progress);
    PartStream parts = new PartStream(Math.toIntExact(upload.partBytes()), sending);
    try {
      parcel.writeTo(parts);
      parts.finish();
    } catch (IOException e) {
      throw Parcel.unreadable(source, e);
    }
    return client.postPatiently(
        "/v1/uploads/" + upload.uploadId() + "/completion", sending.completion(), UploadView.class);
  }
}
