package io.mien.orchestrator.rest;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.rest.UploadCompletion;
import io.mien.contracts.rest.UploadLinks;
import io.mien.contracts.rest.UploadRequest;
import io.mien.contracts.rest.UploadView;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.upload.Upload;
import io.mien.orchestrator.upload.Uploads;
import io.mien.store.bucket.SourceBuckets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Uploads of archives, each seen by its own client alone. Every POST may be sent twice: a
 * fingerprint stands for one upload, links are only made, and what is complete stays so.
 */
@Path("/v1/uploads")
@RolesAllowed(Role.SUBMITTER_NAME)
public class UploadResource {

  private final Uploads uploads;
  private final SourceBuckets buckets;

  public UploadResource(Uploads uploads, SourceBuckets buckets) {
    this.uploads = uploads;
    this.buckets = buckets;
  }

  @POST
  @Operation(
      operationId = "beginUpload",
      summary = "Begins an upload, or finds the one that was begun")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<UploadView> begin(UploadRequest request, @Context SecurityContext client) {
    Fields.required(Fields.required(request, "body").name(), "name");
    Fields.required(request.fingerprint(), "fingerprint");
    UploadView view = view(uploads.begin(name(client), request));
    return RestResponse.ResponseBuilder.<UploadView>create(Response.Status.CREATED.getStatusCode())
        .location(URI.create("/v1/uploads/" + view.uploadId()))
        .entity(view)
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getUpload", summary = "An upload, with the parts that have come")
  public UploadView get(@RestPath UploadId id, @Context SecurityContext client) {
    return view(require(id, client));
  }

  @POST
  @Path("/{id}/links")
  @Operation(operationId = "getUploadLinks", summary = "Links to put parts")
  public UploadLinks links(
      @RestPath UploadId id, UploadLinks.Request request, @Context SecurityContext client) {
    List<Integer> numbers = Fields.required(Fields.required(request, "body").numbers(), "numbers");
    return uploads.links(require(id, client), numbers);
  }

  @POST
  @Path("/{id}/completion")
  @Operation(
      operationId = "completeUpload",
      summary = "Takes the upload for complete, if it is what the client says; may take a while")
  public UploadView complete(
      @RestPath UploadId id, UploadCompletion whole, @Context SecurityContext client) {
    Fields.required(Fields.required(whole, "body").sha256(), "sha256");
    uploads.complete(require(id, client), whole);
    return view(require(id, client));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "giveUpUpload",
      summary = "Gives the upload up, unless it is ready: a dataset may have it as its source")
  public void giveUp(@RestPath UploadId id, @Context SecurityContext client) {
    Upload upload = require(id, client);
    if (upload.state() != UploadView.State.READY) {
      uploads.giveUp(upload);
    }
  }

  private Upload require(UploadId id, SecurityContext client) {
    return uploads.find(id, name(client)).orElseThrow(() -> RestProblem.notFound("upload", id));
  }

  private UploadView view(Upload upload) {
    boolean ready = upload.state() == UploadView.State.READY;
    boolean ended = ready || upload.state() == UploadView.State.GIVEN_UP;
    return new UploadView(
        upload.id(),
        upload.name(),
        upload.state(),
        upload.parts().bytes(),
        uploads.parts(upload).stream()
            .map(part -> new UploadView.Part(part.number(), part.bytes(), part.etag()))
            .toList(),
        ready ? URI.create(new DatasetPlace.Stored(buckets.ours(), upload.key()).toString()) : null,
        ended ? null : upload.expiresAt());
  }

  private static String name(SecurityContext client) {
    return client.getUserPrincipal().getName();
  }
}
