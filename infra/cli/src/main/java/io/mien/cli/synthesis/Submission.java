package io.mien.cli.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.cli.client.ClientJson;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, kept in the folder of its results before it is sent: the same command, killed
 * at any time and typed again, goes on with the same synthesis.
 *
 * @param fingerprint of all that was asked for, see {@link RequestFingerprint}
 * @param idempotencyKey under which the server makes it once
 * @param request as it was sent, without the items that came from a file
 * @param runId null until the server has answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
    URI server,
    String fingerprint,
    String idempotencyKey,
    SynthesisRequest request,
    @Nullable RunId runId) {

  private static final String FILE = "synthesis.json";

  /** The one that was saved last into this folder, if any. */
  public static Optional<Submission> in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(ClientJson.MAPPER.readValue(file.toFile(), Submission.class))
        : Optional.empty();
  }

  public void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path partial = folder.resolve(FILE + ".part");
    ClientJson.MAPPER.writeValue(partial.toFile(), this);
    Files.move(partial, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether this is what somebody asks for now. */
  public boolean isOf(URI otherServer, String otherFingerprint) {
    return server.equals(otherServer) && fingerprint.equals(otherFingerprint);
  }

  /** Once the server has answered. */
  public Submission answered(RunId run) {
    return new Submission(server, fingerprint, idempotencyKey, request, run);
  }
}
