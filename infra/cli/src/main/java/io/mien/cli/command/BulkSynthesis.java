package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.client.ProblemException;
import io.mien.cli.synthesis.RequestFingerprint;
import io.mien.cli.synthesis.Submission;
import io.mien.cli.terminal.ProgressLine;
import io.mien.cli.upload.Parcel;
import io.mien.cli.upload.SourceUpload;
import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisRequest;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** {@code mien synth} of more than one photo: starts it, or finds what it has started before. */
final class BulkSynthesis {

  private static final int NOT_FOUND = 404;

  private final ServerOptions server;
  private final BulkOptions options;
  private final MienClient client;

  BulkSynthesis(ServerOptions server, BulkOptions options) {
    this.server = server;
    this.options = options;
    this.client = server.client();
  }

  /** The exit code. */
  int run(BulkOptions.Asked asked) throws IOException, InterruptedException {
    BulkInput input = options.input();
    Optional<Parcel> photos = input.parcel();
    SynthesisRequest request = options.request(input, input.source(), asked);
    String fingerprint = RequestFingerprint.of(request, input.items(), photos);
    if (options.isDetached()) {
      SynthesisView view = start(fresh(input, photos, asked, fingerprint), input);
      server.print(view, () -> System.out.println(started(view)));
      return 0;
    }
    Path out = ResultPlace.of(options.out(), input.name());
    requireOutside(out, input);
    Optional<Submission> earlier =
        Submission.in(out).filter(each -> each.isOf(client.address(), fingerprint));
    Optional<SynthesisView> going = earlier.map(Submission::runId).flatMap(this::going);
    if (going.isPresent()) {
      System.err.println("mien: Going on with synthesis " + going.get().runId());
      return new SynthesisFollow(server, client, out).follow(going.get().runId());
    }
    Submission submission =
        earlier.isPresent() && earlier.get().runId() == null
            ? earlier.get()
            : fresh(input, photos, asked, fingerprint);
    submission.save(out);
    SynthesisView view = start(submission, input);
    submission.answered(view.runId()).save(out);
    System.err.println("mien: " + started(view));
    return new SynthesisFollow(server, client, out).follow(view.runId());
  }

  private Submission fresh(
      BulkInput input, Optional<Parcel> photos, BulkOptions.Asked asked, String fingerprint) {
    URI source = input.source();
    if (source != null && photos.isPresent() && options.isSent(client.address())) {
      source =
          new SourceUpload(client, new ProgressLine(System.err))
              .send(Path.of(source), photos.get());
    }
    String key = UUID.randomUUID().toString();
    SynthesisRequest request = options.request(input, source, asked);
    return new Submission(client.address(), fingerprint, key, request, null);
  }

  private SynthesisView start(Submission submission, BulkInput input)
      throws IOException, InterruptedException {
    return new SynthesisPost(client).send(submission, input.items());
  }

  private static String started(SynthesisView view) {
    return "Synthesis %s (%s) is started; mien synth resume %s"
        .formatted(view.runId(), view.name(), view.runId());
  }

  /** What was started before, unless nothing more can come of it. */
  private Optional<SynthesisView> going(RunId run) {
    try {
      SynthesisView view = client.get("/v1/syntheses/" + run, SynthesisView.class);
      return switch (view.state()) {
        case RUNNING,
            PAUSED,
            CANCELLING,
            COMPLETED,
            COMPLETED_WITH_REJECTS,
            COMPLETED_WITH_ERRORS ->
            Optional.of(view);
        case FAILED, CANCELLED, EXPIRED -> Optional.empty();
      };
    } catch (ProblemException refused) {
      if (refused.problem().status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Images among the photos would be photos of the next synthesis. */
  private static void requireOutside(Path out, BulkInput input) {
    URI source = input.source();
    if (input.items() == null
        && source != null
        && DatasetPlace.of(source) instanceof DatasetPlace.Local photos
        && Files.isDirectory(photos.path())
        && out.startsWith(photos.path())) {
      throw new InvalidInput(
          "out-among-photos",
          "Save the images in %s: it lies in %s, every picture of which is a photo. Name another folder with --out."
              .formatted(out, photos.path()));
    }
  }
}
